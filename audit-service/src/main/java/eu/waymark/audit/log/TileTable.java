package eu.waymark.audit.log;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import eu.waymark.audit.jdbc.Sql;
import eu.waymark.log.Tile;
import eu.waymark.log.TileSource;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The tiles of the log. Full ones are rows; one that is partial, or is asked for in a width it has outgrown, is a prefix of
 * what the rows below it hold. A tile that the log has not reached is left out.
 */
record TileTable(Sql sql) implements TileSource, TileParts {

    /**
     * All in one statement, since what a proof costs is mostly the way to the database and back; and always the same, so
     * that its plan is made once. The limits tell the planner that a range is short.
     */
    private static final String PARTS = """
            select number, idx, hashes
            from unnest(?::int[], ?::int[], ?::bigint[]) as wanted (number, level, idx) join tile using (level, idx)
            union all
            select number, idx, root
            from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[]) as wanted (number, below, low, high)
            cross join lateral (
                select idx, root from tile where level = below and idx >= low and idx < high order by idx limit 256) roots
            union all
            select number, leaf_index, leaf_hash
            from unnest(?::int[], ?::bigint[], ?::bigint[]) as wanted (number, low, high)
            cross join lateral (
                select leaf_index, leaf_hash from guarded.leaf where leaf_index >= low and leaf_index < high
                order by leaf_index limit 256) leaves
            order by 1, 2""";

    /** A part by its place in the question. */
    private record Wanted(int number, Part part) {

        boolean isRow() {
            return part.tile().full();
        }

        int level() {
            return part.tile().level();
        }

        long index() {
            return part.tile().index();
        }

        long low() {
            return Math.multiplyExact(index(), Tile.FULL) + part.from();
        }

        long high() {
            return low() + part.width();
        }
    }

    private record Piece(int number, byte[] bytes) {}

    @Override
    public Map<Tile, byte[]> fetch(Set<Tile> tiles) {
        return parts(tiles.stream().map(Part::whole).toList());
    }

    @Override
    public Map<Tile, byte[]> parts(Collection<Part> parts) {
        var asked = List.copyOf(parts);
        var wanted = IntStream.range(0, asked.size())
                .mapToObj(number -> new Wanted(number, asked.get(number)))
                .toList();
        var pieces = sql.list(PARTS, row -> new Piece(row.getInt(1), row.getBytes(3)), parameters(wanted)).stream()
                .collect(groupingBy(Piece::number, mapping(Piece::bytes, toList())));
        var found = new HashMap<Tile, byte[]>();
        pieces.forEach((number, content) -> {
            var part = asked.get(number);
            if (content.size() == (part.tile().full() ? 1 : part.width())) {
                found.put(part.tile(), concatenated(content));
            }
        });
        return found;
    }

    private static Object[] parameters(List<Wanted> wanted) {
        var rows = wanted.stream().filter(Wanted::isRow).toList();
        var roots = wanted.stream()
                .filter(part -> !part.isRow() && part.level() > 0)
                .toList();
        var leaves = wanted.stream()
                .filter(part -> !part.isRow() && part.level() == 0)
                .toList();
        return new Object[] {
            integers(rows, Wanted::number),
            integers(rows, Wanted::level),
            longs(rows, Wanted::index),
            integers(roots, Wanted::number),
            integers(roots, root -> root.level() - 1),
            longs(roots, Wanted::low),
            longs(roots, Wanted::high),
            integers(leaves, Wanted::number),
            longs(leaves, Wanted::low),
            longs(leaves, Wanted::high)
        };
    }

    private static Integer[] integers(List<Wanted> wanted, Function<Wanted, Integer> column) {
        return wanted.stream().map(column).toArray(Integer[]::new);
    }

    private static Long[] longs(List<Wanted> wanted, Function<Wanted, Long> column) {
        return wanted.stream().map(column).toArray(Long[]::new);
    }

    private static byte[] concatenated(List<byte[]> hashes) {
        var bytes = new ByteArrayOutputStream();
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
