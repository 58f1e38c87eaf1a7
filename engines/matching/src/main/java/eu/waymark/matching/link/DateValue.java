package eu.waymark.matching.link;

import java.util.Locale;

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
