package eu.waymark.matching.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that both files have.
 *
 * @param label what the user calls it
 * @param kind what it holds
 * @param columns the columns that make it up, joined by a space
 * @param dates how its dates are written; null to find out from the values
 */
public record LinkField(
        String label,
        FieldKind kind,
        List<String> columns,
        @Nullable DateFormat dates) {

    public LinkField {
        columns = List.copyOf(columns);
    }

    /** The same with dates in a known format. */
    public LinkField withDates(DateFormat format) {
        return new LinkField(label, kind, columns, format);
    }

    /**
     * Reads {@code given=first_name,family=surname,address=street+house}: labels with their columns.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static List<LinkField> parse(String text) {
        var fields = new ArrayList<LinkField>();
        var labels = new HashSet<String>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String label = equals < 0 ? "" : part.substring(0, equals).strip();
            List<String> columns = equals < 0
                    ? List.of()
                    : List.of(part.substring(equals + 1).strip().split("\\s*\\+\\s*"));
            if (label.isEmpty() || columns.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("needs field=column, with a comma between fields");
            }
            if (!labels.add(label)) {
                throw new IllegalArgumentException("names the field " + label + " twice");
            }
            fields.add(new LinkField(label, FieldKind.of(label), columns, null));
        }
        return fields;
    }
}
