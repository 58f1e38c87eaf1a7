package eu.waymark.audit.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import eu.waymark.audit.jdbc.Sql;
import eu.waymark.log.Tile;
import eu.waymark.log.TileSource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * The tiles of the log. Full ones are rows; one that is partial, or is asked for in a width it has outgrown, is a prefix of
 * what the rows below it hold. A tile that the log has not reached is left out.
 */
record TileTable(Sql sql) implements TileSource {

    private static final String FULL = """
            select wanted.number, idx, hashes from tile
            join unnest(?::int[], ?::int[], ?::bigint[]) as wanted (number, level, idx) using (level, idx)""";
    private static final String LEAVES =
            "select %d, leaf_index, leaf_hash from guarded.leaf where leaf_index >= ? and leaf_index < ?";
    private static final String ROOTS = "select %d, idx, root from tile where level = ? and idx >= ? and idx < ?";

    private record Part(int tile, byte[] bytes) {}

    /** All in one statement: what a proof costs is mostly the way to the database and back. */
    @Override
    public Map<Tile, byte[]> fetch(Set<Tile> tiles) {
        var wanted = List.copyOf(tiles);
        var statement = new StringJoiner(" union all ").add(FULL);
        var parameters = new ArrayList<Object>(full(wanted));
        for (var number = 0; number < wanted.size(); number++) {
            if (!wanted.get(number).full()) {
                statement.add(partial(wanted.get(number), parameters).formatted(number));
            }
        }
        var parts = sql
                .list(
                        statement + " order by 1, 2",
                        row -> new Part(row.getInt(1), row.getBytes(3)),
                        parameters.toArray())
                .stream()
                .collect(groupingBy(part -> wanted.get(part.tile), mapping(Part::bytes, toList())));
        var found = new HashMap<Tile, byte[]>();
        parts.forEach((tile, content) -> {
            if (content.size() == (tile.full() ? 1 : tile.width())) {
                found.put(tile, concatenated(content));
            }
        });
        return found;
    }

    private static List<Object> full(List<Tile> wanted) {
        var numbers = IntStream.range(0, wanted.size())
                .filter(number -> wanted.get(number).full())
                .boxed()
                .toArray(Integer[]::new);
        return List.of(
                numbers,
                Arrays.stream(numbers).map(number -> wanted.get(number).level()).toArray(Integer[]::new),
                Arrays.stream(numbers).map(number -> wanted.get(number).index()).toArray(Long[]::new));
    }

    private static String partial(Tile tile, List<Object> parameters) {
        if (tile.level() > 0) {
            parameters.add(tile.level() - 1);
        }
        parameters.add(first(tile));
        parameters.add(first(tile) + tile.width());
        return tile.level() == 0 ? LEAVES : ROOTS;
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
