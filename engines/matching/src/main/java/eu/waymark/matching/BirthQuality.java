package eu.waymark.matching;

/** How firmly a birth is known. */
public enum BirthQuality {
    /** A day. */
    EXACT,
    /** 1 January: often what a clerk writes when only the year is known. */
    DEFAULT_DAY,
    /** A month, or some day in a longer part of a year. */
    MONTH,
    /** A year. */
    YEAR,
    /** An interval that somebody stated. */
    RANGE,
    /** From an age on a day. */
    AGE,
    /** Marked approximate or uncertain, or a decade. */
    APPROXIMATE,
    /** Nothing is known; the same as no claim. */
    UNKNOWN;

    /** Whether the bounds are an estimate themselves. */
    public boolean isEstimate() {
        return this == AGE || this == APPROXIMATE;
    }
}
