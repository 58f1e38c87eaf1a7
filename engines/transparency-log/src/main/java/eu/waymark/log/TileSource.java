package eu.waymark.log;

import java.util.Map;
import java.util.Set;

/** Where the tiles of a log are kept: a folder, a server, a table. */
@FunctionalInterface
public interface TileSource {

    /**
     * Fetches all the tiles of one question at once, each named with exactly the width that it has in the tree asked about.
     *
     * @return the content of each tile; one left out fails the question with {@link MissingTileException}
     */
    Map<Tile, byte[]> fetch(Set<Tile> tiles);
}
