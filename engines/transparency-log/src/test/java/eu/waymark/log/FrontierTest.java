package eu.waymark.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTest {

    private static final ReferenceTree TREE = ReferenceTree.ofSize(600);

    @Property(tries = 200)
    void appendingInAnyBatchesReachesTheRootOfTheDefinition(
            @ForAll @IntRange(max = 300) int first, @ForAll @IntRange(max = 300) int second) {
        // Given
        var leaves = ReferenceTree.leaves(first + second);

        // When
        var one = Frontier.EMPTY.append(leaves.subList(0, first)).frontier();
        var two = one.append(leaves.subList(first, leaves.size())).frontier();

        // Then
        assertThat(one.root()).isEqualTo(ReferenceTree.mth(leaves.subList(0, first)));
        assertThat(two.root()).isEqualTo(ReferenceTree.mth(leaves));
        assertThat(two.size()).isEqualTo(leaves.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 513})
    void aFrontierIsRestoredFromStoredNodes(int size) {
        // When
        var restored = MerkleTree.frontier(size).answer(TREE);

        // Then
        assertThat(restored)
                .isEqualTo(Frontier.EMPTY.append(ReferenceTree.leaves(size)).frontier());
        assertThat(restored.root()).isEqualTo(TREE.root(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537})
    void theRootHoldsAtTheEdgesOfLargeTiles(int size) {
        // Given
        var leaves = ReferenceTree.leaves(size);

        // When
        var growth = Frontier.EMPTY.append(leaves);

        // Then
        assertThat(growth.frontier().root()).isEqualTo(ReferenceTree.mth(leaves));
        assertThat(growth.completed()).hasSize(2 * size - Integer.bitCount(size));
    }

    @Test
    void anAppendLeavesTheFrontierItStartedFromAlone() {
        // Given
        var frontier = Frontier.EMPTY.append(ReferenceTree.leaves(3)).frontier();

        // When
        frontier.append(ReferenceTree.leaves(5));

        // Then
        assertThat(frontier)
                .isEqualTo(Frontier.EMPTY.append(ReferenceTree.leaves(3)).frontier());
    }

    @Test
    void aFrontierHasOnePeakForEachBitOfItsSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Frontier(3, List.of(Hash.EMPTY_ROOT)));
    }
}
