package eu.waymark.matching.cli;

import eu.waymark.matching.link.DateFormat;
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
 * @param path where it is
 * @param records those that could be read
 * @param lines the number of each record's line
 * @param bad lines that could not
 */
record RecordFile(Path path, List<LinkRecord> records, List<Long> lines, int bad) {

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
            var lines = new ArrayList<Long>();
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
                    lines.add(line.number());
                    records.add(new LinkRecord(name, values, truth(cells, truth, layout.truthPattern())));
                }
            }
            return new RecordFile(path, records, lines, bad);
        }
    }

    /** What a field says in each record. */
    List<String> column(int field) {
        return records.stream().map(record -> record.values().get(field)).toList();
    }

    /** Names the lines whose date cannot be read, never the date. */
    void nameUnread(int field, String label, DateFormat format, PrintWriter err) {
        for (int i = 0; i < records.size(); i++) {
            if (!format.reads(records.get(i).values().get(field))) {
                err.println(path + ", line " + lines.get(i) + ": " + label
                        + " is no date as the others are; it counts as" + " not known");
            }
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
