package eu.waymark.matching.link;

import java.util.List;
import java.util.stream.Stream;

/** How two dates agree, best first. */
enum DateLevel {
    EXACT,
    DAY_MONTH_SWAPPED,
    ONE_DIGIT,
    OTHER_MONTH,
    OTHER_DAY,
    OTHER_YEAR,
    TWO_DIGITS,
    /** A side has no day or no month, and what both have agrees. */
    AS_FAR_AS_KNOWN,
    SAME_YEAR,
    /** Less than two years apart. */
    NEXT_YEAR,
    DIFFERENT;

    static final List<String> NAMES = Stream.of(values()).map(Enum::name).toList();

    static DateLevel of(DateValue a, String digitsA, DateValue b, String digitsB) {
        if (!a.complete() || !b.complete()) {
            return partial(a, b);
        }
        if (a.equals(b)) {
            return EXACT;
        }
        boolean year = a.year() == b.year();
        if (year && a.month() == b.day() && a.day() == b.month()) {
            return DAY_MONTH_SWAPPED;
        }
        int slips = slips(digitsA, digitsB);
        if (slips == 1) {
            return ONE_DIGIT;
        }
        boolean month = a.month() == b.month();
        boolean day = a.day() == b.day();
        if (year && (month || day)) {
            return month ? OTHER_DAY : OTHER_MONTH;
        }
        if (month && day) {
            return OTHER_YEAR;
        }
        return slips == 2 ? TWO_DIGITS : year ? SAME_YEAR : years(a, b);
    }

    private static DateLevel partial(DateValue a, DateValue b) {
        boolean month = a.month() == 0 || b.month() == 0 || a.month() == b.month();
        boolean day = a.day() == 0 || b.day() == 0 || a.day() == b.day();
        return a.year() != b.year() ? years(a, b) : month && day ? AS_FAR_AS_KNOWN : SAME_YEAR;
    }

    private static DateLevel years(DateValue a, DateValue b) {
        return Math.abs(a.year() - b.year()) == 1 ? NEXT_YEAR : DIFFERENT;
    }

    /** Digits that differ; two neighbours swapped count as one. */
    private static int slips(String a, String b) {
        int slips = 0;
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                slips++;
                boolean swapped =
                        i + 1 < a.length() && a.charAt(i) == b.charAt(i + 1) && a.charAt(i + 1) == b.charAt(i);
                i += swapped ? 1 : 0;
            }
        }
        return slips;
    }
}
