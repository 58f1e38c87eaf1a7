package eu.waymark.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the part of Extended Date/Time Format that births need, in any calendar with years, months and days. */
final class Edtf {

    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|[0-9]X|XX))?(?:-([0-9]{2}|[0-9]X|XX))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUALIFIER = Pattern.compile("[~?%]");
    private static final String OPEN = "..";
    private static final int FIRST_YEAR = 1850;
    private static final int FIRST_SEASON = 21;
    private static final int LAST_SEASON = 41;

    private final String field;
    private final String claim;
    private final @Nullable BirthCalendar declared;

    Edtf(String field, String claim, @Nullable BirthCalendar declared) {
        this.field = field;
        this.claim = claim;
        this.declared = declared;
    }

    BirthDate read(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? single(text) : interval(text.substring(0, slash), text.substring(slash + 1));
    }

    private BirthDate interval(String from, String to) {
        boolean open = from.equals(OPEN) || from.isEmpty();
        boolean endless = to.equals(OPEN) || to.isEmpty();
        if (open && endless) {
            return new BirthDate(claim, LocalDate.MIN, LocalDate.MAX, BirthQuality.UNKNOWN);
        }
        BirthDate first = single(open ? to : from);
        BirthDate last = single(endless ? from : to);
        LocalDate earliest = open ? LocalDate.MIN : first.earliest();
        LocalDate latest = endless ? LocalDate.MAX : last.latest();
        if (earliest.isAfter(latest)) {
            throw refused("ends before it begins");
        }
        boolean about = first.quality() == BirthQuality.APPROXIMATE || last.quality() == BirthQuality.APPROXIMATE;
        BirthQuality quality = about ? BirthQuality.APPROXIMATE : BirthQuality.RANGE;
        return new BirthDate(claim, earliest, latest, quality, first.calendar(), first.inferred());
    }

    private BirthDate single(String text) {
        String bare = QUALIFIER.matcher(text).replaceAll("");
        Matcher date = DATE.matcher(bare);
        if (!date.matches()) {
            throw refused("is not a date in EDTF (YYYY-MM-DD, YYYY-MM, YYYY, YYYY~, from/to)");
        }
        Digits year = Digits.of(date.group(1));
        if (year.isAny()) {
            return new BirthDate(claim, LocalDate.MIN, LocalDate.MAX, BirthQuality.UNKNOWN);
        }
        if (!year.isNumber()
                && (Digits.of(date.group(2)).says() || Digits.of(date.group(3)).says())) {
            throw refused("has a month or a day without its year");
        }
        boolean about = bare.length() < text.length() || !year.isNumber();
        try {
            return dated(year, Digits.of(date.group(2)), Digits.of(date.group(3)), about);
        } catch (DateTimeException noSuchDay) {
            // The cause would repeat the value.
            throw refused("is not a day of the calendar");
        }
    }

    private BirthDate dated(Digits year, Digits month, Digits day, boolean about) {
        BirthCalendar calendar = declared == null ? BirthCalendar.ofBareYear(year.least()) : declared;
        refuseSeason(month);
        int firstMonth = month.first(calendar.months());
        int lastMonth = month.last(calendar.months());
        int lastDay = day.last(calendar.lengthOfMonth(year.most(), lastMonth));
        LocalDate earliest = calendar.day(year.least(), firstMonth, day.first(31));
        LocalDate latest = calendar.day(year.most(), lastMonth, lastDay);
        if (earliest.getYear() < FIRST_YEAR) {
            throw refused("is before " + FIRST_YEAR);
        }
        BirthQuality quality = about ? BirthQuality.APPROXIMATE : quality(month, day);
        boolean inferred = declared == null && calendar != BirthCalendar.GREGORIAN;
        return new BirthDate(claim, earliest, latest, quality, calendar, inferred);
    }

    private static BirthQuality quality(Digits month, Digits day) {
        if (!month.isNumber()) {
            return month.says() ? BirthQuality.MONTH : BirthQuality.YEAR;
        }
        if (!day.isNumber()) {
            return BirthQuality.MONTH;
        }
        return month.least() == 1 && day.least() == 1 ? BirthQuality.DEFAULT_DAY : BirthQuality.EXACT;
    }

    private void refuseSeason(Digits month) {
        if (month.isNumber() && month.least() >= FIRST_SEASON && month.least() <= LAST_SEASON) {
            throw refused("names a season; give the months as an interval (2014-03/2014-05)");
        }
    }

    private InvalidDemographicsException refused(String reason) {
        return new InvalidDemographicsException(field, reason);
    }
}
