package eu.waymark.matching.score;

import eu.waymark.matching.BirthCalendar;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.BirthQuality;
import java.time.LocalDate;
import java.time.Month;

/**
 * A claim about a birth as numbers.
 *
 * @param kind how firmly it is known
 * @param first first possible day since 1970-01-01
 * @param last last possible day; a default day stands for its year
 * @param open whether one end is open
 * @param date first day as {@code yyyymmdd}
 * @param ethiopic the day that the same figures name in the Ethiopic calendar, {@link #NO_DAY} where there is none
 * @param inferred whether nobody declared the calendar it was read in
 * @param lunar whether a sighting may have moved it by a day
 * @param convention whether offices write this day when they know the year only
 * @param share how often a claim names this day
 */
record PreparedBirth(
        BirthQuality kind,
        long first,
        long last,
        boolean open,
        int date,
        long ethiopic,
        boolean inferred,
        boolean lunar,
        boolean convention,
        double share) {

    static final long NO_DAY = Long.MIN_VALUE;

    static PreparedBirth of(BirthDate birth, BirthFrequencies frequencies) {
        LocalDate first = birth.earliest();
        boolean open = first.equals(LocalDate.MIN) || birth.latest().equals(LocalDate.MAX);
        boolean exact = birth.quality() == BirthQuality.EXACT;
        boolean gregorian = birth.calendar() == BirthCalendar.GREGORIAN;
        return new PreparedBirth(
                birth.quality(),
                first.toEpochDay(),
                last(birth).toEpochDay(),
                open,
                first.equals(LocalDate.MIN) ? 0 : figures(first),
                exact && gregorian ? ethiopic(birth) : NO_DAY,
                birth.inferred(),
                birth.calendar() == BirthCalendar.UMM_AL_QURA,
                exact && gregorian && isConvention(first),
                birth.isDay() ? frequencies.shareOf(first) : 0);
    }

    private static long ethiopic(BirthDate birth) {
        return birth.readIn(BirthCalendar.ETHIOPIC).map(LocalDate::toEpochDay).orElse(NO_DAY);
    }

    private static int figures(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private static boolean isConvention(LocalDate day) {
        return day.getMonth() == Month.JULY && day.getDayOfMonth() == 1
                || day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 31;
    }

    private static LocalDate last(BirthDate birth) {
        if (birth.quality() != BirthQuality.DEFAULT_DAY) {
            return birth.latest();
        }
        LocalDate first = birth.earliest();
        return birth.calendar() == BirthCalendar.GREGORIAN
                ? first.withDayOfYear(first.lengthOfYear())
                : first.plusYears(1).minusDays(1);
    }

    boolean isExact() {
        return kind == BirthQuality.EXACT;
    }

    boolean isDefault() {
        return kind == BirthQuality.DEFAULT_DAY;
    }

    /** How many days it leaves open. */
    long length() {
        return open ? Integer.MAX_VALUE : last - first + 1;
    }

    int year() {
        return date / 10_000;
    }

    int month() {
        return date / 100 % 100;
    }

    int dayOfMonth() {
        return date % 100;
    }

    /** Never shows the day. */
    @Override
    public String toString() {
        return "PreparedBirth[" + kind + ", redacted]";
    }
}
