package eu.waymark.matching.clk;

/**
 * How many bits everything weighs. They are part of the construction: other weights, other bits, so a change needs a
 * new scheme in {@link ClkKey}.
 *
 * @param name bits of one word of a name, shared out among its bigrams
 * @param skeleton bits of the consonants of one word, which carry names from scripts without vowels
 * @param digit bits of each of the four digits of month and day
 * @param year bits of the year where the day is known
 * @param yearAlone bits of the year in an encoding without a day
 * @param sex bits of the sex
 */
record ClkParameters(int name, int skeleton, int digit, int year, int yearAlone, int sex) {

    static final ClkParameters CURRENT = new ClkParameters(92, 18, 51, 74, 184, 18);
}
