package eu.waymark.audit.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import eu.waymark.audit.jdbc.Sql;
import eu.waymark.log.Tile;
import eu.waymark.log.TileSource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The tiles of the log. Full ones are rows; one that is partial, or is asked for in a width it has outgrown, is a prefix of
 * what the rows below it hold. A tile that the log has not reached is left out.
 */
record TileTable(Sql sql) implements TileSource {

    private static final String LEAVES =
            "select %d, leaf_index, leaf_hash from guarded.leaf where leaf_index >= ? and leaf_index < ?";
    private static final String ROOTS = "select %d, idx, root from tile where level = ? and idx >= ? and idx < ?";

    private record Content(Tile tile, byte[] bytes) {}

    @Override
    public Map<Tile, byte[]> fetch(Set<Tile> tiles) {
        var found = new HashMap<Tile, byte[]>();
        var full = tiles.stream().filter(Tile::full).toList();
        if (!full.isEmpty()) {
            found.putAll(full(full));
        }
        var partial = tiles.stream().filter(tile -> !tile.full()).toList();
        if (!partial.isEmpty()) {
            found.putAll(partial(partial));
        }
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

    /** All in one statement: what a proof costs is mostly the way to the database and back. */
    private Map<Tile, byte[]> partial(List<Tile> tiles) {
        var statement = new StringJoiner(" union all ");
        var parameters = new ArrayList<Object>();
        for (var number = 0; number < tiles.size(); number++) {
            var tile = tiles.get(number);
            statement.add((tile.level() == 0 ? LEAVES : ROOTS).formatted(number));
            if (tile.level() > 0) {
                parameters.add(tile.level() - 1);
            }
            parameters.add(first(tile));
            parameters.add(first(tile) + tile.width());
        }
        record Part(int tile, byte[] hash) {}
        var hashes = sql
                .list(
                        statement + " order by 1, 2",
                        row -> new Part(row.getInt(1), row.getBytes(3)),
                        parameters.toArray())
                .stream()
                .collect(groupingBy(part -> tiles.get(part.tile), mapping(Part::hash, toList())));
        var found = new HashMap<Tile, byte[]>();
        hashes.forEach((tile, content) -> {
            if (content.size() == tile.width()) {
                found.put(tile, concatenated(content));
            }
        });
        return found;
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
