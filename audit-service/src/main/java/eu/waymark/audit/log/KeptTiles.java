package eu.waymark.audit.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.waymark.audit.log.TileParts.Part;
import eu.waymark.log.Hash;
import eu.waymark.log.Tile;
import eu.waymark.log.TileSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hashes of the log in memory, for questions about trees that it has signed: in those nothing changes. What is kept of a tile
 * is its beginning, so that at the right edge only what came since is read.
 *
 * <p>What is kept is not believed. The tables may have been altered when it was read, or rolled back and filled with another
 * history since, and no replica hears of what another did: whoever uses it proves what came of it against the signed
 * root, and where that fails forgets all of it.
 */
@Singleton
class KeptTiles {

    /** Of an entry, beside its hashes; about. */
    private static final int OVERHEAD = 128;

    private static final byte[] NOTHING = {};

    private final Cache<Place, byte[]> kept;

    @Inject
    KeptTiles(LogConfig config) {
        this(config.keptBytes());
    }

    KeptTiles(int bytes) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Place _, byte[] hashes) -> hashes.length + OVERHEAD)
                // What is too much goes at once.
                .executor(Runnable::run)
                .build();
    }

    private record Place(int level, long index) {

        static Place of(Tile tile) {
            return new Place(tile.level(), tile.index());
        }
    }

    /** What is kept of a tile is too short. */
    private record Gap(Tile tile, byte[] before) {

        Part part() {
            return new Part(tile, tile.full() ? 0 : before.length / Hash.LENGTH);
        }

        byte[] filled(byte[] rest) {
            if (part().from() == 0) {
                return rest;
            }
            var whole = Arrays.copyOf(before, before.length + rest.length);
            System.arraycopy(rest, 0, whole, before.length, rest.length);
            return whole;
        }
    }

    /** The tables with this memory before them. Only for sizes that the log has signed. */
    TileSource before(TileParts tables) {
        return wanted -> fetch(wanted, tables);
    }

    void forget() {
        kept.invalidateAll();
    }

    private Map<Tile, byte[]> fetch(Set<Tile> wanted, TileParts tables) {
        var found = new HashMap<Tile, byte[]>();
        var gaps = new ArrayList<Gap>();
        for (var tile : wanted) {
            var known = kept.getIfPresent(Place.of(tile));
            var before = known == null ? NOTHING : known;
            var length = tile.width() * Hash.LENGTH;
            if (before.length >= length) {
                found.put(tile, Arrays.copyOf(before, length));
            } else {
                gaps.add(new Gap(tile, before));
            }
        }
        found.putAll(filled(gaps, tables));
        return found;
    }

    private Map<Tile, byte[]> filled(List<Gap> gaps, TileParts tables) {
        var found = new HashMap<Tile, byte[]>();
        var rest = gaps.isEmpty()
                ? Map.<Tile, byte[]>of()
                : tables.parts(gaps.stream().map(Gap::part).toList());
        for (var gap : gaps) {
            var missing = rest.get(gap.tile);
            if (missing != null) {
                var whole = gap.filled(missing);
                found.put(gap.tile, whole);
                kept.asMap().merge(Place.of(gap.tile), whole, (a, b) -> a.length < b.length ? b : a);
            }
        }
        return found;
    }
}
