package eu.waymark.matching;

import java.time.DateTimeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of a date, some of whose digits may be unspecified.
 *
 * @param least the number with zeros for what is unspecified
 * @param most the number with nines for it
 * @param says whether any digit is given
 */
record Digits(int least, int most, boolean says) {

    private static final Digits ABSENT = new Digits(0, 9999, false);

    static Digits of(@Nullable String part) {
        String digits = part == null ? "" : part.toUpperCase(Locale.ROOT);
        return digits.replace("X", "").isEmpty()
                ? ABSENT
                : new Digits(
                        Integer.parseInt(digits.replace('X', '0')), Integer.parseInt(digits.replace('X', '9')), true);
    }

    boolean isNumber() {
        return least == most;
    }

    boolean isAny() {
        return !says;
    }

    /** The first number that the part allows from 1 on. */
    int first(int limit) {
        int first = Math.max(1, least);
        if (first > limit || isNumber() && least < 1) {
            throw new DateTimeException("No such part of a date");
        }
        return first;
    }

    /** The last number that the part allows up to the limit; a stated number is left for the calendar to judge. */
    int last(int limit) {
        if (isNumber()) {
            return most;
        }
        if (least > limit) {
            throw new DateTimeException("No such part of a date");
        }
        return Math.min(most, limit);
    }
}
