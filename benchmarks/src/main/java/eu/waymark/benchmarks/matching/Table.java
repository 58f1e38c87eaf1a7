package eu.waymark.benchmarks.matching;

import eu.waymark.matching.link.LinkField;
import eu.waymark.matching.link.LinkRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of an open set.
 *
 * @param left of the left file
 * @param right of the right file, or null where there is one
 */
record Table(
        List<LinkField> fields,
        List<LinkRecord> left,
        @Nullable List<LinkRecord> right) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();

    static Table read(Path folder, OpenSet set) {
        List<LinkField> fields = LinkField.parse(set.columns());
        String right = set.right();
        return new Table(
                fields,
                records(folder.resolve(set.left()), fields, set),
                right == null ? null : records(folder.resolve(right), fields, set));
    }

    private static List<LinkRecord> records(Path path, List<LinkField> fields, OpenSet set) {
        Pattern pattern = Pattern.compile(Objects.requireNonNullElse(set.pattern(), ".+"));
        var records = new ArrayList<LinkRecord>();
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                var rows = FORMAT.parse(reader)) {
            for (CSVRecord row : rows) {
                List<String> values =
                        fields.stream().map(field -> value(row, field)).toList();
                Matcher truth = pattern.matcher(row.get(set.truth()));
                records.add(new LinkRecord(
                        Long.toString(row.getRecordNumber()),
                        values,
                        truth.find() ? truth.group(Math.min(1, truth.groupCount())) : null));
            }
        } catch (IOException unreadable) {
            throw new AccuracyException(path + " cannot be read");
        }
        return records;
    }

    private static String value(CSVRecord row, LinkField field) {
        return field.columns().stream()
                .map(row::get)
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** All records, those of the left file first. */
    List<LinkRecord> all() {
        var all = new ArrayList<>(left);
        if (right != null) {
            all.addAll(right);
        }
        return all;
    }

    /** Whether two of {@link #all()} are a pair that is asked for. */
    boolean comparable(int a, int b) {
        return a != b && (right == null || a < left.size() != b < left.size());
    }
}
