package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.audit.log.TileParts.Part;
import eu.waymark.log.Hash;
import eu.waymark.log.InclusionProof;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.TileNodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTilesTest {

    private static final int PLENTY = 1 << 26;

    private final Random random = new Random(20_261_123);
    private final TileEdge edge = TileEdge.read(0, _ -> Map.of());
    private final List<Hash> leaves = new ArrayList<>();
    private final Map<Tile, TileHashes> full = new HashMap<>();
    private final Map<Tile, Hash> roots = new HashMap<>();
    private final List<Part> read = new ArrayList<>();

    @Test
    void fromMemoryComesTheSameProofWhateverTheLogGrewBy() {
        var kept = kept(PLENTY);
        while (leaves.size() < 70_000) {
            grow(1 + random.nextInt(900));
            for (var times = 0; times < 5; times++) {
                var index = random.nextInt(leaves.size());
                assertThat(proof(kept, index)).isEqualTo(proof(kept(PLENTY), index));
                assertThat(proof(kept, index).verify(leaves.get(index), root())).isTrue();
            }
        }
    }

    @Test
    void whatWasAskedBeforeIsNotReadAgain() {
        // Given
        var kept = kept(PLENTY);
        grow(70_000);
        proof(kept, 12_345);
        read.clear();

        // When
        proof(kept, 12_346);
        var besides = List.copyOf(read);
        proof(kept, 20_000);

        // Then
        assertThat(besides).isEmpty();
        assertThat(read).containsExactly(Part.whole(new Tile(0, 20_000 / Tile.FULL, Tile.FULL)));
    }

    @Test
    void atTheRightEdgeOnlyWhatCameIsRead() {
        // Given
        var kept = kept(PLENTY);
        grow(600);
        proof(kept, 3);
        read.clear();

        // When
        grow(5);
        proof(kept, 3);

        // Then
        assertThat(read).containsExactly(new Part(new Tile(0, 2, 605 - 512), 600 - 512));
    }

    @Test
    void aWidthThatWasOutgrownIsAPrefixOfWhatIsKept() {
        // Given
        var kept = kept(PLENTY);
        grow(605);
        kept.before(this::parts).fetch(Set.of(new Tile(0, 2, 93)));
        read.clear();

        // When
        var found = kept.before(this::parts).fetch(Set.of(new Tile(0, 2, 10)));

        // Then
        assertThat(found.get(new Tile(0, 2, 10))).isEqualTo(content(new Tile(0, 2, 10)));
        assertThat(read).isEmpty();
    }

    @Test
    void itStaysWithinItsBounds() {
        grow(300 * Tile.FULL);
        var room = 12 * (8192 + 128);
        assertThat(keptOf300(kept(room))).isLessThanOrEqualTo(12);
        assertThat(keptOf300(kept(PLENTY))).isEqualTo(300);
    }

    @Test
    void whatTheTablesLackIsNotMadeUp() {
        grow(10);
        var beyond = new Tile(0, 0, 11);
        assertThat(kept(PLENTY).before(_ -> Map.of()).fetch(Set.of(beyond))).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhatItForgets() {
        // Given
        var kept = kept(PLENTY);
        grow(700);
        proof(kept, 3);
        read.clear();

        // When
        kept.forget();

        // Then
        proof(kept, 3);
        assertThat(read).extracting(Part::from).containsOnly(0).hasSize(3);
    }

    /** How many of 300 tiles need not be read when they are asked for a second time. */
    private int keptOf300(KeptTiles kept) {
        for (var index = 0; index < 300; index++) {
            kept.before(this::parts).fetch(Set.of(new Tile(0, index, Tile.FULL)));
        }
        read.clear();
        var count = 0;
        for (var index = 0; index < 300; index++) {
            var before = read.size();
            kept.before(this::parts).fetch(Set.of(new Tile(0, index, Tile.FULL)));
            count += read.size() == before ? 1 : 0;
        }
        return count;
    }

    private static KeptTiles kept(int bytes) {
        return new KeptTiles(bytes);
    }

    private InclusionProof proof(KeptTiles kept, long index) {
        return MerkleTree.inclusion(index, leaves.size())
                .answer(new TileNodes(leaves.size(), kept.before(this::parts)));
    }

    private Hash root() {
        return MerkleTree.root(leaves.size())
                .answer(new TileNodes(
                        leaves.size(),
                        tiles -> parts(tiles.stream().map(Part::whole).toList())));
    }

    private void grow(int by) {
        var hashes = IntStream.range(leaves.size(), leaves.size() + by)
                .mapToObj(index -> Hash.ofLeaf(Integer.toString(index).getBytes()))
                .toList();
        leaves.addAll(hashes);
        edge.append(hashes).forEach(tile -> {
            full.put(tile.tile(), tile);
            roots.put(tile.tile(), tile.root());
        });
    }

    private Map<Tile, byte[]> parts(Collection<Part> wanted) {
        read.addAll(wanted);
        var found = new HashMap<Tile, byte[]>();
        for (var part : wanted) {
            var whole = content(part.tile());
            found.put(part.tile(), Arrays.copyOfRange(whole, part.from() * Hash.LENGTH, whole.length));
        }
        return found;
    }

    /** Full tiles as they were written, partial ones from what lies below them: as the tables answer. */
    private byte[] content(Tile tile) {
        return tile.full() ? full.get(tile).encoded() : partial(tile);
    }

    private byte[] partial(Tile tile) {
        var first = (int) tile.index() * Tile.FULL;
        var hashes = IntStream.range(first, first + tile.width())
                .mapToObj(
                        at -> tile.level() == 0 ? leaves.get(at) : roots.get(new Tile(tile.level() - 1, at, Tile.FULL)))
                .toList();
        return new TileHashes(tile, hashes).encoded();
    }
}
