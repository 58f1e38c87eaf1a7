package eu.waymark.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of Extended Date/Time Format that births need. */
final class Edtf {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4}|\\d{3}X)(?:-(\\d{2}|XX))?(?:-(\\d{2}|XX))?([~?%]?)", Pattern.CASE_INSENSITIVE);
    private static final String OPEN = "..";
    private static final int FIRST_YEAR = 1850;

    private final String field;

    Edtf(String field) {
        this.field = field;
    }

    BirthDate read(String text) {
        String edtf = text.strip();
        int slash = edtf.indexOf('/');
        return slash < 0 ? single(edtf) : interval(edtf, edtf.substring(0, slash), edtf.substring(slash + 1));
    }

    private BirthDate interval(String edtf, String from, String to) {
        boolean open = from.equals(OPEN) || from.isEmpty();
        boolean endless = to.equals(OPEN) || to.isEmpty();
        LocalDate earliest = open ? LocalDate.MIN : single(from).earliest();
        LocalDate latest = endless ? LocalDate.MAX : single(to).latest();
        if (earliest.isAfter(latest)) {
            throw refused("ends before it begins");
        }
        return new BirthDate(edtf, earliest, latest, open && endless ? BirthQuality.UNKNOWN : BirthQuality.APPROXIMATE);
    }

    private BirthDate single(String edtf) {
        Matcher date = DATE.matcher(edtf);
        if (!date.matches()) {
            throw refused("is not a date in EDTF (YYYY-MM-DD, YYYY-MM, YYYY, YYYY~, from/to)");
        }
        boolean decade = !isNumber(date.group(1));
        boolean month = isNumber(date.group(2));
        boolean day = isNumber(date.group(3));
        if (decade && (month || day) || day && !month) {
            throw refused("has a day without its month or a month without its year");
        }
        boolean qualified = !date.group(4).isEmpty();
        try {
            return dated(edtf, date, decade, month, day, qualified);
        } catch (DateTimeException noSuchDay) {
            // The cause would repeat the value.
            throw refused("is not a day of the calendar");
        }
    }

    private BirthDate dated(String edtf, Matcher date, boolean decade, boolean month, boolean day, boolean qualified) {
        int year = Integer.parseInt(date.group(1).substring(0, decade ? 3 : 4)) * (decade ? 10 : 1);
        if (year < FIRST_YEAR) {
            throw refused("is before " + FIRST_YEAR);
        }
        if (day) {
            var exact = LocalDate.of(year, number(date, 2), number(date, 3));
            return new BirthDate(edtf, exact, exact, qualified ? BirthQuality.APPROXIMATE : ofDay(exact));
        }
        if (month) {
            var in = YearMonth.of(year, number(date, 2));
            return new BirthDate(edtf, in.atDay(1), in.atEndOfMonth(), or(BirthQuality.MONTH, qualified));
        }
        return new BirthDate(
                edtf,
                LocalDate.of(year, 1, 1),
                LocalDate.of(decade ? year + 9 : year, 12, 31),
                or(BirthQuality.YEAR, qualified || decade));
    }

    private static BirthQuality ofDay(LocalDate day) {
        return day.getDayOfYear() == 1 ? BirthQuality.DEFAULT_DAY : BirthQuality.EXACT;
    }

    private static BirthQuality or(BirthQuality quality, boolean qualified) {
        return qualified ? BirthQuality.APPROXIMATE : quality;
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static boolean isNumber(String part) {
        return part != null && Character.isDigit(part.charAt(part.length() - 1));
    }

    private InvalidDemographicsException refused(String reason) {
        return new InvalidDemographicsException(field, reason);
    }
}
