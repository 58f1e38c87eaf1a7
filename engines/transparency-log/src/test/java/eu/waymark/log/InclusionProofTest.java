package eu.waymark.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InclusionProofTest {

    private static final ReferenceTree TREE = ReferenceTree.ofSize(600);

    @Property
    void everyProofIsTheOneTheDefinitionGivesAndVerifies(
            @ForAll @IntRange(min = 1, max = 600) int size, @ForAll @IntRange(max = 599) int seed) {
        // Given
        var index = seed % size;

        // When
        var proof = MerkleTree.inclusion(index, size).answer(TREE);

        // Then
        assertThat(proof.path()).isEqualTo(TREE.path(index, size));
        assertThat(proof.verify(ReferenceTree.leaf(index), TREE.root(size))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,255", "254,255", "0,256", "255,256", "0,257", "255,257", "256,257", "511,513", "512,513"})
    void proofsHoldAroundTheEdgesOfTiles(int index, int size) {
        var proof = MerkleTree.inclusion(index, size).answer(TREE);

        assertThat(proof.verify(ReferenceTree.leaf(index), TREE.root(size))).isTrue();
    }

    @Property(tries = 300)
    void anyFlippedBitRefutes(
            @ForAll @IntRange(min = 2, max = 600) int size,
            @ForAll @IntRange(max = 599) int seed,
            @ForAll @IntRange(max = 9) int position,
            @ForAll @IntRange(max = 255) int bit) {
        // Given
        var index = seed % size;
        var proof = MerkleTree.inclusion(index, size).answer(TREE);
        var leaf = ReferenceTree.leaf(index);
        var root = TREE.root(size);

        // When
        var path = new ArrayList<>(proof.path());
        path.set(position % path.size(), Flip.bit(path.get(position % path.size()), bit));

        // Then
        assertThat(new InclusionProof(index, size, path).verify(leaf, root)).isFalse();
        assertThat(proof.verify(Flip.bit(leaf, bit), root)).isFalse();
        assertThat(proof.verify(leaf, Flip.bit(root, bit))).isFalse();
    }

    @Property(tries = 300)
    void aProofHoldsForNoOtherIndexAndNoOtherLength(
            @ForAll @IntRange(min = 2, max = 600) int size, @ForAll @IntRange(max = 599) int seed) {
        // Given
        var index = seed % size;
        var path = MerkleTree.inclusion(index, size).answer(TREE).path();
        var leaf = ReferenceTree.leaf(index);
        var root = TREE.root(size);

        // When
        var longer = new ArrayList<>(path);
        longer.add(root);

        // Then
        assertThat(new InclusionProof(index ^ 1, size, path).verify(leaf, root)).isFalse();
        assertThat(new InclusionProof(index, size, path.subList(1, path.size())).verify(leaf, root))
                .isFalse();
        assertThat(new InclusionProof(index, size, path.subList(0, path.size() - 1)).verify(leaf, root))
                .isFalse();
        assertThat(new InclusionProof(index, size, longer).verify(leaf, root)).isFalse();
    }

    @Test
    void aTreeOfTwiceTheSizeIsRefuted() {
        // Given
        var path = MerkleTree.inclusion(3, 8).answer(TREE).path();

        // Then
        assertThat(new InclusionProof(3, 16, path).verify(ReferenceTree.leaf(3), TREE.root(8)))
                .isFalse();
    }

    @Test
    void aPathThatGoesOnAboveTheRootIsRefutedWhereverItLeads() {
        // Given
        var leaf = ReferenceTree.leaf(0);
        var above = ReferenceTree.leaf(1);

        // Then
        assertThat(new InclusionProof(0, 1, List.of(above)).verify(leaf, Hash.ofChildren(above, leaf)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "8,8", "9,8", "-1,8", "0,-1", "-9223372036854775808,8", "-2,-1"})
    void anIndexOutsideTheTreeIsRefuted(long index, long size) {
        var proof = new InclusionProof(index, size, List.of());

        assertThat(proof.verify(ReferenceTree.leaf(0), ReferenceTree.leaf(0))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.inclusion(index, size));
    }

    @Test
    void theOnlyLeafOfATreeIsItsRoot() {
        var proof = new InclusionProof(0, 1, List.of());

        assertThat(proof.verify(ReferenceTree.leaf(0), ReferenceTree.leaf(0))).isTrue();
    }

    @Test
    void aProofNeedsOneFetchOfExactlyTheNodesItNames() {
        // Given
        var tree = ReferenceTree.ofSize(300);
        var query = MerkleTree.inclusion(130, 300);

        // When
        query.answer(tree);

        // Then
        assertThat(tree.fetches).containsExactly(query.nodes());
    }

    @Test
    void aNodeThatTheStoreLacksIsNamed() {
        assertThatThrownBy(() -> MerkleTree.inclusion(0, 2).answer(ids -> Map.of()))
                .isInstanceOf(MissingNodeException.class)
                .hasMessage("The source holds no node at level 0, index 1");
    }
}
