package eu.waymark.matching.clk;

/**
 * Something that two records of one child have in common.
 *
 * @param kind which key it is hashed with
 * @param text what is hashed, behind the salt
 * @param bits how many bits it may set: its weight
 */
record Feature(Kind kind, String text, int bits) {

    /** Each kind has a key of its own, so that equal texts of two kinds do not meet. */
    enum Kind {
        NAME("name"),
        SKELETON("skeleton"),
        DAY("day"),
        YEAR("year"),
        SEX("sex"),
        BLOCK("block");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Never shows the text: it is part of a name. */
    @Override
    public String toString() {
        return "Feature[" + kind + ", redacted]";
    }
}
