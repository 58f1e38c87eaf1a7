package eu.waymark.matching.cli;

import eu.waymark.matching.link.LinkField;
import eu.waymark.matching.link.LinkRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file to link.
 *
 * @param records those that could be read
 * @param bad lines that could not
 */
record RecordFile(List<LinkRecord> records, int bad) {

    /** Which columns to read, and how. */
    record Layout(
            List<LinkField> fields,
            @Nullable String id,
            @Nullable String truth,
            @Nullable Pattern truthPattern) {}

    static RecordFile read(Path path, Layout layout, PrintWriter err) {
        try (var file = CsvFile.open(path)) {
            int id = id(file, layout.id(), path);
            int truth = layout.truth() == null ? -1 : needed(file, layout.truth(), path);
            List<int[]> columns = layout.fields().stream()
                    .map(field -> field.columns().stream()
                            .mapToInt(column -> needed(file, column, path))
                            .toArray())
                    .toList();
            var records = new ArrayList<LinkRecord>();
            int bad = 0;
            for (CsvFile.Line line = file.next(); line != null; line = file.next()) {
                List<String> cells = line.cells();
                if (cells == null || cells.size() != file.header().size()) {
                    err.println(path + ", line " + line.number() + ": " + fault(cells, file.header()));
                    bad++;
                } else {
                    List<String> values =
                            columns.stream().map(some -> value(cells, some)).toList();
                    String name = id < 0 ? Long.toString(line.number()) : cells.get(id);
                    records.add(new LinkRecord(name, values, truth(cells, truth, layout.truthPattern())));
                }
            }
            return new RecordFile(records, bad);
        }
    }

    private static String fault(@Nullable List<String> cells, List<String> header) {
        return cells == null
                ? "has quotes that do not close or do not enclose a value"
                : "has " + cells.size() + " values where the header has " + header.size();
    }

    private static String value(List<String> cells, int[] columns) {
        return columns.length == 1
                ? cells.get(columns[0])
                : Arrays.stream(columns)
                        .mapToObj(cells::get)
                        .filter(cell -> !cell.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private static int needed(CsvFile file, String column, Path path) {
        int at = file.column(column);
        if (at < 0) {
            throw new ToolException(path + ": has no column \"" + column + "\"; it has " + file.header());
        }
        return at;
    }

    private static int id(CsvFile file, @Nullable String column, Path path) {
        if (column != null) {
            return needed(file, column, path);
        }
        return Math.max(0, file.column("id"));
    }

    private static @Nullable String truth(List<String> cells, int column, @Nullable Pattern pattern) {
        if (column < 0 || cells.get(column).isEmpty()) {
            return null;
        }
        if (pattern == null) {
            return cells.get(column);
        }
        Matcher part = pattern.matcher(cells.get(column));
        return part.find() ? part.group(Math.min(1, part.groupCount())) : null;
    }

    /** Never shows the records. */
    @Override
    public String toString() {
        return "RecordFile[" + records.size() + " records, redacted]";
    }
}
