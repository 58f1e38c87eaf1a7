package eu.waymark.audit.log;

import static java.util.stream.Collectors.toMap;

import eu.waymark.audit.jdbc.Sql;
import eu.waymark.log.Tile;
import eu.waymark.log.TileSource;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tiles of the log. Full ones are rows; one that is partial, or is asked for in a width it has outgrown, is a prefix of
 * what the rows below it hold. A tile that the log has not reached is left out.
 */
record TileTable(Sql sql) implements TileSource {

    private record Content(Tile tile, byte[] bytes) {}

    @Override
    public Map<Tile, byte[]> fetch(Set<Tile> tiles) {
        var found = new HashMap<Tile, byte[]>();
        var full = tiles.stream().filter(Tile::full).toList();
        if (!full.isEmpty()) {
            found.putAll(full(full));
        }
        tiles.stream().filter(tile -> !tile.full()).forEach(tile -> {
            var content = tile.level() == 0 ? leaves(tile) : roots(tile);
            if (content.size() == tile.width()) {
                found.put(tile, concatenated(content));
            }
        });
        return found;
    }

    private Map<Tile, byte[]> full(List<Tile> tiles) {
        var levels = tiles.stream().map(Tile::level).toArray(Integer[]::new);
        var indices = tiles.stream().map(Tile::index).toArray(Long[]::new);
        return sql
                .list(
                        """
                        select level, idx, hashes from tile
                        join unnest(?::int[], ?::bigint[]) as wanted (level, idx) using (level, idx)""",
                        row -> new Content(new Tile(row.getInt(1), row.getLong(2), Tile.FULL), row.getBytes(3)),
                        levels,
                        indices)
                .stream()
                .collect(toMap(Content::tile, Content::bytes));
    }

    private List<byte[]> leaves(Tile tile) {
        return sql.list(
                "select leaf_hash from guarded.leaf where leaf_index >= ? and leaf_index < ? order by leaf_index",
                row -> row.getBytes(1),
                first(tile),
                first(tile) + tile.width());
    }

    private List<byte[]> roots(Tile tile) {
        return sql.list(
                "select root from tile where level = ? and idx >= ? and idx < ? order by idx",
                row -> row.getBytes(1),
                tile.level() - 1,
                first(tile),
                first(tile) + tile.width());
    }

    private static long first(Tile tile) {
        return Math.multiplyExact(tile.index(), Tile.FULL);
    }

    private static byte[] concatenated(List<byte[]> hashes) {
        var bytes = new ByteArrayOutputStream();
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
