package eu.waymark.matching;

import java.time.LocalDate;

/**
 * One claim about a birth: the days on which it may have been.
 *
 * @param edtf the claim as written
 * @param earliest first possible day, {@link LocalDate#MIN} when open
 * @param latest last possible day, {@link LocalDate#MAX} when open
 * @param quality how firmly it is known
 */
public record BirthDate(String edtf, LocalDate earliest, LocalDate latest, BirthQuality quality) {

    /**
     * Reads Extended Date/Time Format (ISO 8601-2, what births need of it): {@code 2014-03-05}, {@code 2014-03},
     * {@code 2014}, {@code 2014-XX}, {@code 201X}, each with {@code ~} (about), {@code ?} (uncertain) or {@code %}
     * (both) behind it; {@code 2012/2015}, {@code ../2015}, {@code ../..}.
     *
     * @param field the field's path, named when the text is refused
     * @throws InvalidDemographicsException for anything else, a day that no calendar has, or a reversed interval
     */
    public static BirthDate parse(String field, String edtf) {
        return new Edtf(field).read(edtf);
    }

    /** As {@link #parse(String, String)} for a field called {@code birth}. */
    public static BirthDate parse(String edtf) {
        return parse("birth", edtf);
    }

    /** Whether the claim narrows anything down. */
    public boolean known() {
        return quality != BirthQuality.UNKNOWN;
    }

    /** Whether it names one day, be it a default. */
    public boolean isDay() {
        return earliest.equals(latest);
    }

    /** Says how firmly, never when. */
    @Override
    public String toString() {
        return "BirthDate[" + quality + ", redacted]";
    }
}
