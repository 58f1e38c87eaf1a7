package eu.waymark.matching.link;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date as written, which no calendar need have.
 *
 * @param month 0 where not known
 * @param day 0 where not known
 */
record DateValue(int year, int month, int day) {

    boolean complete() {
        return month > 0 && day > 0;
    }

    /** What this and another date have in common from the year on; null where not even the year. */
    @Nullable
    DateValue shared(DateValue other) {
        if (year != other.year) {
            return null;
        }
        int sharedMonth = month == other.month ? month : 0;
        return new DateValue(year, sharedMonth, sharedMonth != 0 && day == other.day ? day : 0);
    }

    /** Eight digits. */
    String digits() {
        return String.format(Locale.ROOT, "%04d%02d%02d", year, month, day);
    }

    /** Never shows the day. */
    @Override
    public String toString() {
        return "DateValue[redacted]";
    }
}
