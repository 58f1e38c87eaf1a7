package eu.waymark.platform.persistence.witness;

import eu.waymark.log.Tile;
import eu.waymark.log.TileSource;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The tiles of the log, as it serves them to anybody. Some are kept: a tile never changes. Used by one thread. */
@Singleton
class LogTiles implements TileSource {

    /** Two megabytes, and far more than the right edge of any tree has. */
    private static final int KEPT = 256;

    private final Map<Tile, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > KEPT;
        }
    };
    private final LogExchange log;

    LogTiles(LogExchange log) {
        this.log = log;
    }

    @Override
    public Map<Tile, byte[]> fetch(Set<Tile> tiles) {
        var found = new HashMap<Tile, byte[]>();
        for (var tile : tiles) {
            var content = kept.get(tile);
            if (content == null) {
                log.tile(tile).ifPresent(served -> {
                    kept.put(tile, served);
                    found.put(tile, served);
                });
            } else {
                found.put(tile, content);
            }
        }
        return found;
    }

    /** After tiles that did not lead to a verified root. */
    void forget() {
        kept.clear();
    }
}
