package eu.waymark.matching.score;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with its weight, before anybody asks for the reasons.
 *
 * @param kin what speaks for a relative
 * @param evidence the weight as prior, fields and relatives have it
 * @param guard the rule that holds it down, null where none does
 * @param held what that rule takes; zero or less
 */
record Weighed(
        Comparison compared,
        Odds prior,
        Kinship.Odd kin,
        double evidence,
        @Nullable Guard guard,
        double held) {

    double weight() {
        return evidence + held;
    }

    List<Contribution> reasons() {
        var reasons = new ArrayList<Contribution>(10);
        reasons.add(Contribution.of(Field.PRIOR, PlainLevel.PRIOR, prior));
        compared.addTo(reasons);
        if (kin.bits() < 0) {
            reasons.add(Contribution.held(Field.RELATIVES, PlainLevel.RELATIVES, kin.bits()));
        }
        if (guard != null && held < 0) {
            reasons.add(Contribution.held(Field.GUARD, guard, held));
        }
        return reasons;
    }

    /** A relative is named where one is likelier than the child itself and not much less likely than a stranger. */
    Relation relation(Band band, double leastOdds) {
        double same = Math.pow(2, evidence) * (1 + kin.odds());
        if (band != Band.NONE && same > kin.odds()) {
            return Relation.SAME;
        }
        if (kin.odds() >= leastOdds) {
            return kin.kind();
        }
        return band == Band.NONE ? Relation.NONE : Relation.SAME;
    }
}
