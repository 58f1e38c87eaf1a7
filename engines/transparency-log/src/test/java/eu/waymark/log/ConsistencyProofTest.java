package eu.waymark.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyProofTest {

    private static final ReferenceTree TREE = ReferenceTree.ofSize(600);

    @Property
    void everyProofIsTheOneTheDefinitionGivesAndVerifies(
            @ForAll @IntRange(min = 1, max = 600) int to, @ForAll @IntRange(max = 599) int seed) {
        // Given
        var from = 1 + seed % to;

        // When
        var proof = MerkleTree.consistency(from, to).answer(TREE);

        // Then
        assertThat(proof.path()).isEqualTo(TREE.subproof(from, to));
        assertThat(proof.verify(TREE.root(from), TREE.root(to))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1,2", "1,257", "255,256", "255,257", "256,257", "256,512", "257,512", "511,513", "512,513", "256,256"})
    void proofsHoldAroundTheEdgesOfTiles(int from, int to) {
        var proof = MerkleTree.consistency(from, to).answer(TREE);

        assertThat(proof.verify(TREE.root(from), TREE.root(to))).isTrue();
    }

    @Property(tries = 300)
    void anyFlippedBitRefutes(
            @ForAll @IntRange(min = 2, max = 600) int to,
            @ForAll @IntRange(max = 599) int seed,
            @ForAll @IntRange(max = 9) int position,
            @ForAll @IntRange(max = 255) int bit) {
        // Given
        var from = 1 + seed % (to - 1);
        var proof = MerkleTree.consistency(from, to).answer(TREE);

        // When
        var path = new ArrayList<>(proof.path());
        path.set(position % path.size(), Flip.bit(path.get(position % path.size()), bit));

        // Then
        assertThat(new ConsistencyProof(from, to, path).verify(TREE.root(from), TREE.root(to)))
                .isFalse();
        assertThat(proof.verify(Flip.bit(TREE.root(from), bit), TREE.root(to))).isFalse();
        assertThat(proof.verify(TREE.root(from), Flip.bit(TREE.root(to), bit))).isFalse();
    }

    @Property(tries = 300)
    void aProofHoldsForNoOtherLength(
            @ForAll @IntRange(min = 2, max = 600) int to, @ForAll @IntRange(max = 599) int seed) {
        // Given
        var from = 1 + seed % (to - 1);
        var path = MerkleTree.consistency(from, to).answer(TREE).path();

        // When
        var longer = new ArrayList<>(path);
        longer.add(TREE.root(to));

        // Then
        for (var wrong : List.of(longer, path.subList(1, path.size()), path.subList(0, path.size() - 1))) {
            assertThat(new ConsistencyProof(from, to, wrong).verify(TREE.root(from), TREE.root(to)))
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void aRewrittenLogIsNotAnExtension(
            @ForAll @IntRange(min = 2, max = 300) int to,
            @ForAll @IntRange(max = 299) int seed,
            @ForAll @IntRange(max = 299) int rewritten) {
        // Given
        var from = 1 + seed % (to - 1);
        Assume.that(rewritten < from);
        var leaves = new ArrayList<>(ReferenceTree.leaves(to));
        leaves.set(rewritten, Hash.ofLeaf(new byte[] {1}));

        // When
        var other = new ReferenceTree(leaves);
        var proof = MerkleTree.consistency(from, to).answer(other);

        // Then
        assertThat(proof.verify(TREE.root(from), other.root(to))).isFalse();
        assertThat(proof.verify(other.root(from), other.root(to))).isTrue();
    }

    @Test
    void aTreeOfTwiceTheSizeIsRefuted() {
        // Given
        var path = MerkleTree.consistency(2, 4).answer(TREE).path();

        // Then
        assertThat(new ConsistencyProof(2, 8, path).verify(TREE.root(2), TREE.root(4)))
                .isFalse();
        assertThat(new ConsistencyProof(2, 4, path).verify(TREE.root(2), TREE.root(4)))
                .isTrue();
    }

    @Test
    void aPathThatGoesOnAboveTheRootsIsRefutedWhereverItLeads() {
        // Given
        var above = ReferenceTree.leaf(99);
        var path = new ArrayList<>(MerkleTree.consistency(3, 4).answer(TREE).path());

        // When
        path.add(above);
        var proof = new ConsistencyProof(3, 4, path);

        // Then
        assertThat(proof.verify(Hash.ofChildren(above, TREE.root(3)), Hash.ofChildren(above, TREE.root(4))))
                .isFalse();
    }

    @Test
    void nothingIsProvedFromAnEmptyTree() {
        var proof = new ConsistencyProof(0, 8, List.of());

        assertThat(proof.verify(Hash.EMPTY_ROOT, TREE.root(8))).isFalse();
    }

    @Test
    void aTreeIsConsistentWithItselfAndNothingElseOfItsSize() {
        var proof = new ConsistencyProof(8, 8, List.of());

        assertThat(proof.verify(TREE.root(8), TREE.root(8))).isTrue();
        assertThat(proof.verify(TREE.root(8), TREE.root(7))).isFalse();
        assertThat(new ConsistencyProof(8, 8, List.of(TREE.root(8))).verify(TREE.root(8), TREE.root(8)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8,7", "-1,8", "-8,-7", "8,-1", "-8,-8"})
    void sizesOutOfOrderAreRefuted(long from, long to) {
        var proof = new ConsistencyProof(from, to, List.of());

        assertThat(proof.verify(TREE.root(8), TREE.root(8))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.consistency(from, to));
    }
}
