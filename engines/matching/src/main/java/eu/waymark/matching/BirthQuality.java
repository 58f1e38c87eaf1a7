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
    /** Marked approximate or uncertain, a decade, or an interval. */
    APPROXIMATE,
    /** Nothing is known; the same as no claim. */
    UNKNOWN
}
