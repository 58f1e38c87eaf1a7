package eu.waymark.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileNodesTest {

    private static final int LARGEST = 1300;
    private static final ReferenceTree TREE = ReferenceTree.ofSize(LARGEST);
    private static final List<Hash> MANY = ReferenceTree.leaves(131_073);
    private static final Hash SAME = ReferenceTree.leaf(0);

    private static TileNodes nodes(int size) {
        return new TileNodes(size, TileStore.of(ReferenceTree.leaves(size), size));
    }

    @Property(tries = 300)
    void everyQuestionIsAnsweredAsFromTheNodesThemselves(
            @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST - 1) int seed) {
        // Given
        var nodes = nodes(size);
        var index = seed % size;

        // Then
        assertThat(MerkleTree.root(size).answer(nodes)).isEqualTo(TREE.root(size));
        assertThat(MerkleTree.frontier(size).answer(nodes))
                .isEqualTo(MerkleTree.frontier(size).answer(TREE));
        assertThat(MerkleTree.inclusion(index, size).answer(nodes).path()).isEqualTo(TREE.path(index, size));
        assertThat(MerkleTree.consistency(index + 1, size).answer(nodes).path())
                .isEqualTo(TREE.subproof(index + 1, size));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537, 65_791, 65_792, 65_793, 131_071, 131_072, 131_073})
    void rootsAndProofsHoldAroundTheEdgesOfLargeTiles(int size) {
        // Given
        var leaves = MANY.subList(0, size);
        var nodes = new TileNodes(size, TileStore.of(leaves, size));
        var root = ReferenceTree.mth(leaves);

        // Then
        assertThat(MerkleTree.root(size).answer(nodes)).isEqualTo(root);
        for (var index : Set.of(0, 255, 256, size - 1, size / 2)) {
            assertThat(MerkleTree.inclusion(index, size).answer(nodes).verify(leaves.get(index), root))
                    .isTrue();
            var from = Math.max(index, 1);
            assertThat(MerkleTree.consistency(from, size)
                            .answer(nodes)
                            .verify(MerkleTree.root(from).answer(nodes), root))
                    .isTrue();
        }
    }

    /** In a log of equal leaves each level has one hash, so that trees far too large to store can be asked about. */
    @ParameterizedTest
    @ValueSource(
            longs = {
                (1L << 24) - 1,
                1L << 24,
                (1L << 24) + 1,
                (1L << 32) - 1,
                1L << 32,
                (1L << 32) + 1,
                (1L << 40) + 255,
                (1L << 48) - 256,
                (1L << 56) + 1,
                (1L << 62) + 65_535,
                Long.MAX_VALUE
            })
    void proofsHoldInTreesTooLargeToStore(long size) {
        // Given
        var nodes = new TileNodes(size, TileNodesTest::equalLeaves);

        // When
        var root = MerkleTree.root(size).answer(nodes);

        // Then
        for (var index : Set.of(0L, 255L, size / 2, size - 257, size - 2, size - 1)) {
            assertThat(MerkleTree.inclusion(index, size).answer(nodes).verify(SAME, root))
                    .isTrue();
            assertThat(MerkleTree.consistency(index + 1, size)
                            .answer(nodes)
                            .verify(MerkleTree.root(index + 1).answer(nodes), root))
                    .isTrue();
        }
    }

    private static Map<Tile, byte[]> equalLeaves(Set<Tile> tiles) {
        return tiles.stream().collect(Collectors.toMap(tile -> tile, tile -> {
            var hash = SAME;
            for (var level = 0; level < tile.level() * 8; level++) {
                hash = Hash.ofChildren(hash, hash);
            }
            return new TileHashes(tile, Collections.nCopies(tile.width(), hash)).encoded();
        }));
    }

    @Test
    void aQuestionNamesEachTileOnceAndInOneFetch() {
        // Given
        var store = TileStore.of(MANY.subList(0, 66_000), 66_000);

        // When
        MerkleTree.inclusion(300, 66_000).answer(new TileNodes(66_000, store));

        // Then
        assertThat(store.fetches)
                .containsExactly(
                        Set.of(new Tile(0, 1, 256), new Tile(1, 0, 256), new Tile(0, 257, 208), new Tile(1, 1, 1)));
    }

    @Test
    void anOlderRootIsComputedFromTheTilesOfTheNewerTree() {
        // Given
        var nodes = nodes(700);

        // Then
        for (var size = 1; size <= 700; size += 3) {
            assertThat(MerkleTree.root(size).answer(nodes)).isEqualTo(TREE.root(size));
        }
    }

    @Test
    void aMissingTileIsNamed() {
        // Given
        var store = TileStore.of(ReferenceTree.leaves(700), 700);

        // When
        store.tiles.remove(new Tile(0, 2, 188));

        // Then
        assertThatThrownBy(() -> MerkleTree.root(700).answer(new TileNodes(700, store)))
                .isInstanceOf(MissingTileException.class)
                .hasMessage("The source holds no tile 0/002.p/188");
        assertThat(MerkleTree.root(512).answer(new TileNodes(700, store))).isEqualTo(TREE.root(512));
    }

    @Test
    void aTileOfAnotherWidthIsNamed() {
        // Given
        var store = TileStore.of(ReferenceTree.leaves(700), 700);

        // When
        store.tiles.computeIfPresent(new Tile(0, 2, 188), (tile, bytes) -> Arrays.copyOf(bytes, bytes.length - 32));

        // Then
        assertThatThrownBy(() -> MerkleTree.root(700).answer(new TileNodes(700, store)))
                .isInstanceOf(InvalidTileException.class)
                .hasMessage("Tile 0/002.p/188 has 5984 bytes, not 6016");
    }

    @Test
    void aQuestionBeyondTheTreeIsRefused() {
        assertThatThrownBy(() -> MerkleTree.root(701).answer(nodes(700))).isInstanceOf(MissingNodeException.class);
    }

    @Test
    void everyFlippedBitOfATileChangesTheRoot() {
        // Given
        var size = 260;
        var store = TileStore.of(ReferenceTree.leaves(size), size);
        var good = new HashMap<>(store.tiles);
        var needed = Set.of(new Tile(1, 0, 1), new Tile(0, 1, 4));

        for (var tile : needed) {
            for (var bit = 0; bit < good.get(tile).length * 8; bit++) {
                // When
                var bytes = good.get(tile).clone();
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                store.tiles.put(tile, bytes);

                // Then
                assertThat(MerkleTree.root(size).answer(new TileNodes(size, store)))
                        .isNotEqualTo(TREE.root(size));
            }
            store.tiles.putAll(good);
        }
        assertThat(MerkleTree.root(size).answer(new TileNodes(size, store))).isEqualTo(TREE.root(size));
    }
}
