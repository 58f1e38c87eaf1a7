package eu.waymark.matching.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the comparison that each field calls for. */
final class Comparisons {

    private Comparisons() {}

    static List<FieldComparison> of(List<LinkField> fields, List<LinkRecord> records) {
        var comparisons = new ArrayList<FieldComparison>();
        List<String> given = names(FieldKind.GIVEN, fields, records);
        List<String> family = names(FieldKind.FAMILY, fields, records);
        if (fields.stream().anyMatch(field -> isName(field.kind()))) {
            comparisons.add(new NameComparison(given, family, names(FieldKind.BIRTH_NAME, fields, records)));
        }
        for (int i = 0; i < fields.size(); i++) {
            LinkField field = fields.get(i);
            if (!isName(field.kind())) {
                comparisons.add(other(field, i, column(records, i)));
            }
        }
        return comparisons;
    }

    private static FieldComparison other(LinkField field, int index, List<String> values) {
        int group = index + 2;
        return field.kind() == FieldKind.BIRTH_DATE
                ? new DateComparison(field.label(), group, dates(values))
                : new TextComparison(field.label(), group, field.kind(), values);
    }

    private static List<@Nullable DateValue> dates(List<String> values) {
        DateFormat format = DateFormat.detect(values);
        var dates = new ArrayList<@Nullable DateValue>(values.size());
        values.forEach(value -> dates.add(format.read(value)));
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
