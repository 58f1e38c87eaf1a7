package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.log.Frontier;
import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.TileNodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileEdgeTest {

    private final Random random = new Random(20_261_122);
    private final Map<Tile, TileHashes> full = new HashMap<>();
    private final List<Hash> leaves = new ArrayList<>();

    @Test
    void whateverTheGroupsTheTilesMakeUpTheTree() {
        // Given
        var edge = TileEdge.read(0, _ -> Map.of());

        // When
        while (edge.size() < 70_000) {
            append(edge, 1 + random.nextInt(1_500));
        }

        // Then
        assertThat(new TileNodes(edge.size(), this::tiles))
                .satisfies(nodes -> assertThat(MerkleTree.root(edge.size()).answer(nodes))
                        .isEqualTo(Frontier.EMPTY.append(leaves).frontier().root()));
        assertThat(full.keySet().stream().filter(tile -> tile.level() == 1)).hasSize(1);
    }

    @Test
    void anEdgeThatIsReadAgainGoesOnWhereItWas() {
        // Given
        var edge = TileEdge.read(0, _ -> Map.of());
        append(edge, 65_535);

        // When
        var again = TileEdge.read(edge.size(), this::tiles);
        append(again, 2);

        // Then
        assertThat(MerkleTree.root(65_537).answer(new TileNodes(65_537, this::tiles)))
                .isEqualTo(Frontier.EMPTY.append(leaves).frontier().root());
    }

    @Test
    void aCopyGrowsByItself() {
        // Given
        var edge = TileEdge.read(0, _ -> Map.of());
        append(edge, 255);

        // When
        var draft = edge.copy();
        draft.append(List.of(leaf(255)));

        // Then
        assertThat(edge.size()).isEqualTo(255);
        assertThat(edge.append(List.of(leaf(255)))).hasSize(1);
    }

    private void append(TileEdge edge, int count) {
        var hashes = IntStream.range(leaves.size(), leaves.size() + count)
                .mapToObj(TileEdgeTest::leaf)
                .toList();
        leaves.addAll(hashes);
        edge.append(hashes).forEach(tile -> full.put(tile.tile(), tile));
    }

    private static Hash leaf(int index) {
        return Hash.ofLeaf(Integer.toString(index).getBytes());
    }

    /** Full tiles as they were written, partial ones from what lies below them: as the tables answer. */
    private Map<Tile, byte[]> tiles(Set<Tile> wanted) {
        var found = new HashMap<Tile, byte[]>();
        wanted.forEach(tile -> found.put(tile, tile.full() ? full.get(tile).encoded() : partial(tile)));
        return found;
    }

    private byte[] partial(Tile tile) {
        var first = (int) tile.index() * Tile.FULL;
        var hashes = IntStream.range(first, first + tile.width())
                .mapToObj(at -> tile.level() == 0
                        ? leaves.get(at)
                        : full.get(new Tile(tile.level() - 1, at, Tile.FULL)).root())
                .toList();
        return new TileHashes(tile, hashes).encoded();
    }
}
