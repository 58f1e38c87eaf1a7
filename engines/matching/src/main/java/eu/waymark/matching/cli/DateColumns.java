package eu.waymark.matching.cli;

import eu.waymark.matching.link.DateFormat;
import eu.waymark.matching.link.FieldKind;
import eu.waymark.matching.link.LinkField;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how the files write their dates, and names the lines that do not. */
final class DateColumns {

    private final RecordFile left;
    private final @Nullable RecordFile right;
    private final PrintWriter err;

    DateColumns(RecordFile left, @Nullable RecordFile right, PrintWriter err) {
        this.left = left;
        this.right = right;
        this.err = err;
    }

    /** The fields with the format of their dates. */
    List<LinkField> known(List<LinkField> fields) {
        var known = new ArrayList<LinkField>(fields);
        for (int i = 0; i < fields.size(); i++) {
            LinkField field = fields.get(i);
            if (field.kind() == FieldKind.BIRTH_DATE) {
                DateFormat format = field.dates() == null ? DateFormat.detect(values(i)) : field.dates();
                known.set(i, field.withDates(format));
                left.nameUnread(i, field.label(), format, err);
                if (right != null) {
                    right.nameUnread(i, field.label(), format, err);
                }
            }
        }
        err.flush();
        return known;
    }

    private List<String> values(int field) {
        var values = new ArrayList<>(left.column(field));
        if (right != null) {
            values.addAll(right.column(field));
        }
        return values;
    }
}
