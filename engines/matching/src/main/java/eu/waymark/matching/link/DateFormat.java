package eu.waymark.matching.link;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a column writes its dates. */
public enum DateFormat {
    /** {@code 2013-01-31} and other EDTF. */
    EDTF("(?<y>\\d{4})(?:-(?<m>\\d\\d))?(?:-(?<d>\\d\\d))?[~?%]?(?:[T ].*)?"),
    /** {@code 20130131}. */
    COMPACT("(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)"),
    /** {@code 31.01.2013}, {@code 31/1/2013}, {@code 31-01-2013}. */
    DAY_FIRST("(?<d>\\d{1,2})[./-](?<m>\\d{1,2})[./-](?<y>\\d{4})"),
    /** {@code 01/31/2013}. */
    MONTH_FIRST("(?<m>\\d{1,2})[./-](?<d>\\d{1,2})[./-](?<y>\\d{4})"),
    /** {@code 2013/01/31}. */
    YEAR_FIRST("(?<y>\\d{4})[./](?<m>\\d{1,2})[./](?<d>\\d{1,2})");

    private static final int LAST_MONTH = 12;
    private static final int LAST_DAY = 31;

    private final Pattern pattern;

    DateFormat(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The format in which most values are dates; of equals the first, so days come before months. */
    public static DateFormat detect(List<String> values) {
        DateFormat best = EDTF;
        long most = -1;
        for (DateFormat format : values()) {
            long dates = values.stream().filter(format::isDate).count();
            if (dates > most) {
                most = dates;
                best = format;
            }
        }
        return best;
    }

    /** The format of a name such as {@code day-first}, or null. */
    public static @Nullable DateFormat named(String name) {
        for (DateFormat format : values()) {
            if (format.label().equals(name.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        return null;
    }

    /** Its name as the command line has it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isDate(String text) {
        DateValue value = read(text);
        return value != null && value.month() <= LAST_MONTH && value.day() <= LAST_DAY;
    }

    /** Whether a text is a date so written, or a range of two; a blank one is not known, and no fault. */
    public boolean reads(String text) {
        return text.isBlank() || read(text) != null || this == EDTF && ends(text) != null;
    }

    /**
     * The date, which no calendar need have: a slip is evidence too. Null where the text has another form. Of an EDTF
     * range what both ends share, so null where it spans years: what is not known says nothing.
     */
    @Nullable
    DateValue read(String text) {
        DateValue[] ends = this == EDTF ? ends(text) : null;
        return ends == null ? single(text) : ends[0].shared(ends[1]);
    }

    private DateValue @Nullable [] ends(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2) {
            return null;
        }
        DateValue first = single(parts[0]);
        DateValue last = single(parts[1]);
        return first == null || last == null ? null : new DateValue[] {first, last};
    }

    private @Nullable DateValue single(String text) {
        Matcher date = pattern.matcher(text.strip());
        return date.matches() ? new DateValue(number(date, "y"), number(date, "m"), number(date, "d")) : null;
    }

    private static int number(Matcher date, String part) {
        String digits = date.group(part);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
