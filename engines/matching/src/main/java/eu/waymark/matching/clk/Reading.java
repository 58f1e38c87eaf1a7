package eu.waymark.matching.clk;

/** What an encoding says about the birth. Only encodings of one reading are compared. */
public enum Reading {
    /** A day. */
    DAY,
    /** The year of somebody whose day is known: for questions that do not know it. */
    YEAR,
    /** The year of somebody whose day is not known, or 1 January for want of a better one. */
    VAGUE_YEAR
}
