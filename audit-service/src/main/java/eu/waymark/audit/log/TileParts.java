package eu.waymark.audit.log;

import eu.waymark.log.Tile;
import java.util.Collection;
import java.util.Map;

/** Where parts of tiles are kept. */
@FunctionalInterface
interface TileParts {

    /**
     * A tile without what somebody has of it already.
     *
     * @param from how many hashes are left out at the beginning; 0 for a full tile, which is one row
     */
    record Part(Tile tile, int from) {

        public Part {
            if (from < 0 || from >= (tile.full() ? 1 : tile.width())) {
                throw new IllegalArgumentException("Tile " + tile.path() + " has no part from " + from);
            }
        }

        static Part whole(Tile tile) {
            return new Part(tile, 0);
        }

        int width() {
            return tile.width() - from;
        }
    }

    /** @return the hashes of each part; one that is not all there is left out */
    Map<Tile, byte[]> parts(Collection<Part> wanted);
}
