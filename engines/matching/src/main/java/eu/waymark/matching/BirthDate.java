package eu.waymark.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One claim about a birth: the days on which it may have been, in the Gregorian calendar.
 *
 * @param edtf the claim as written
 * @param earliest first possible day, {@link LocalDate#MIN} when open
 * @param latest last possible day, {@link LocalDate#MAX} when open
 * @param quality how firmly it is known
 * @param calendar in which it was read
 * @param inferred whether nobody declared that calendar: the year makes sense in no other
 */
public record BirthDate(
        String edtf,
        LocalDate earliest,
        LocalDate latest,
        BirthQuality quality,
        BirthCalendar calendar,
        boolean inferred) {

    /** A claim in the Gregorian calendar. */
    public BirthDate(String edtf, LocalDate earliest, LocalDate latest, BirthQuality quality) {
        this(edtf, earliest, latest, quality, BirthCalendar.GREGORIAN, false);
    }

    /**
     * Reads one claim.
     *
     * <ul>
     *   <li>Extended Date/Time Format (ISO 8601-2, what births need of it): {@code 2014-03-05}, {@code 2014-03},
     *       {@code 2014}, {@code 2014-XX}, {@code 2014-1X}, {@code 2014-XX-05}, {@code 201X}, with {@code ~} (about),
     *       {@code ?} (uncertain) or {@code %} (both) before or behind a part; {@code 2012/2015}, {@code ../2015},
     *       {@code ../..}. Seasons are refused: they name other months in each hemisphere.
     *   <li>The same in another calendar, by era behind ({@code 1388-05-12 SH}, {@code 2003-02-10 EC},
     *       {@code 1432-09-01 AH}, {@code 2557-03-05 BE}) or name before ({@code ethiopic:2003-02-10}). Without either,
     *       a year that no living child has in the Gregorian calendar is read in the one where it makes sense.
     *   <li>An age: {@code age 15-17 @ 2024-05-01}, {@code age 16 @ 2024-05-01}.
     * </ul>
     *
     * @param field the field's path, named when the text is refused
     * @throws InvalidDemographicsException for anything else, a day that no calendar has, or a reversed interval
     */
    public static BirthDate parse(String field, String text) {
        return new ClaimText(field).one(text);
    }

    /** As {@link #parse(String, String)} for a field called {@code birth}. */
    public static BirthDate parse(String text) {
        return parse("birth", text);
    }

    /**
     * Reads alternatives that are all on record: {@code 2014-03-05|2013-01-01}, or EDTF's {@code [a,b]} and
     * {@code {a,b}}.
     *
     * @return at least one claim
     * @throws InvalidDemographicsException where one of them cannot be read
     */
    public static List<BirthDate> parseAll(String field, String text) {
        return new ClaimText(field).all(text);
    }

    /**
     * Somebody who was so many completed years old on a day.
     *
     * @throws InvalidDemographicsException for a negative or reversed range, or more than 150 years
     */
    public static BirthDate ofAge(int least, int most, LocalDate on) {
        return new ClaimText("birth").age(least, most, on);
    }

    /** Whether the claim narrows anything down. */
    public boolean known() {
        return quality != BirthQuality.UNKNOWN;
    }

    /** Whether it names one day, be it a default. */
    public boolean isDay() {
        return earliest.equals(latest);
    }

    /**
     * The day that the same figures name in another calendar: what was meant if the writer forgot to say so.
     *
     * @return empty for anything but a Gregorian day, and where the other calendar has no such day
     */
    public Optional<LocalDate> readIn(BirthCalendar other) {
        if (!isDay() || calendar != BirthCalendar.GREGORIAN) {
            return Optional.empty();
        }
        return other.find(earliest.getYear(), earliest.getMonthValue(), earliest.getDayOfMonth());
    }

    /** Says how firmly, never when. */
    @Override
    public String toString() {
        return "BirthDate[" + quality + ", redacted]";
    }
}
