package eu.waymark.matching.score;

import java.util.List;

/**
 * How likely two sets of demographics are one child's, and why.
 *
 * @param weight log2 of the odds that they are; exactly the sum of the contributions' bits, in any order
 * @param probability that they are one child, among the population the caller named
 * @param band by probability alone; {@link Ranking} takes the margin to the second best into account
 * @param contributions the prior, then each field compared, then what relatives explain and at most one guard
 * @param agreements the same in coarse terms
 * @param relation what the two most probably are to each other
 * @param kinship probability that they are two children of one family; the rest are strangers
 * @param compared which of several names and births were compared
 */
public record Score(
        double weight,
        double probability,
        Band band,
        List<Contribution> contributions,
        FieldAgreements agreements,
        Relation relation,
        double kinship,
        Compared compared) {

    /**
     * Positions in the lists of the two people; negative where nothing was compared.
     *
     * @param leftName position among the names that say anything
     * @param rightName likewise
     * @param leftBirth position among the claims that say anything
     * @param rightBirth likewise
     */
    public record Compared(int leftName, int rightName, int leftBirth, int rightBirth) {}

    public Score {
        contributions = List.copyOf(contributions);
    }

    /** Whether this looks like a twin, a sibling or another relative rather than the child. */
    public boolean possibleRelative() {
        return relation.isRelative();
    }

    /** The weight as the evidence alone has it, before any rule held it down. */
    public double evidenceWeight() {
        Contribution last = contributions.getLast();
        return last.field() == Field.GUARD ? weight - last.bits() : weight;
    }
}
