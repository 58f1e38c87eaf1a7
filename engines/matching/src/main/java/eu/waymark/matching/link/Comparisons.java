package eu.waymark.matching.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the comparison that each field calls for. */
final class Comparisons {

    private Comparisons() {}

    static List<FieldComparison> of(List<LinkField> fields, List<LinkRecord> records, Consumer<String> progress) {
        var comparisons = new ArrayList<FieldComparison>();
        List<String> given = names(FieldKind.GIVEN, fields, records);
        List<String> family = names(FieldKind.FAMILY, fields, records);
        if (fields.stream().anyMatch(field -> isName(field.kind()))) {
            comparisons.add(new NameComparison(given, family, names(FieldKind.BIRTH_NAME, fields, records)));
        }
        for (int i = 0; i < fields.size(); i++) {
            LinkField field = fields.get(i);
            if (!isName(field.kind())) {
                comparisons.add(other(field, i, column(records, i), progress));
            }
        }
        return comparisons;
    }

    private static FieldComparison other(LinkField field, int index, List<String> values, Consumer<String> progress) {
        int group = index + 2;
        return field.kind() == FieldKind.BIRTH_DATE
                ? new DateComparison(field.label(), group, dates(field, values, progress))
                : new TextComparison(field.label(), group, field.kind(), values);
    }

    private static List<@Nullable DateValue> dates(LinkField field, List<String> values, Consumer<String> progress) {
        DateFormat format = field.dates() == null ? DateFormat.detect(values) : field.dates();
        var dates = new ArrayList<@Nullable DateValue>(values.size());
        int unread = 0;
        for (String value : values) {
            DateValue date = format.read(value);
            dates.add(date);
            unread += date == null && !value.isBlank() ? 1 : 0;
        }
        progress.accept("reading " + field.label() + " as " + format.label()
                + (unread == 0 ? "" : "; " + unread + " of " + values.size() + " are none and count as missing"));
        return dates;
    }

    private static boolean isName(FieldKind kind) {
        return kind == FieldKind.GIVEN || kind == FieldKind.FAMILY;
    }

    private static List<String> names(FieldKind kind, List<LinkField> fields, List<LinkRecord> records) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind() == kind) {
                return column(records, i);
            }
        }
        return records.stream().map(record -> "").toList();
    }

    private static List<String> column(List<LinkRecord> records, int index) {
        return records.stream().map(record -> record.values().get(index)).toList();
    }
}
