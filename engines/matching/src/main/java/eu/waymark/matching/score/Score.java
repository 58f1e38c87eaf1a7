package eu.waymark.matching.score;

import java.util.List;

/**
 * How likely two sets of demographics are one child's, and why.
 *
 * @param weight log2 of the odds; the sum of the contributions' bits, in their order
 * @param probability that they are one child, among the population the caller named
 * @param band by probability alone; {@link Ranking} takes the margin to the second best into account
 * @param contributions the prior, then each field compared, then at most one guard
 * @param agreements the same in coarse terms
 * @param possibleRelative whether this looks like a twin or sibling rather than the child
 */
public record Score(
        double weight,
        double probability,
        Band band,
        List<Contribution> contributions,
        FieldAgreements agreements,
        boolean possibleRelative) {

    public Score {
        contributions = List.copyOf(contributions);
    }
}
