package eu.waymark.matching.score;

/**
 * What two people's births say.
 *
 * @param contribution of the claims that agree best
 * @param gap days between the two claims; zero or less where they overlap
 * @param span days that the vaguer of both leaves open
 * @param left which claim of the left person
 * @param right which claim of the right person
 */
record BirthEvidence(Contribution contribution, long gap, long span, int left, int right) {

    BirthLevel level() {
        return (BirthLevel) contribution.level();
    }

    double bits() {
        return contribution.bits();
    }

    /** Of claims that agree alike the nearer and narrower count, so that their order on record does not matter. */
    boolean isBetterThan(BirthEvidence other) {
        if (bits() != other.bits()) {
            return bits() > other.bits();
        }
        return gap != other.gap ? gap < other.gap : span < other.span;
    }
}
