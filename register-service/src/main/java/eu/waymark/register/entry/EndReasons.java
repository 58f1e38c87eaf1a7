package eu.waymark.register.entry;

import eu.waymark.register.RegisterProblem;
import java.util.Map;
import java.util.Set;

/** By which decisions an entry ends, and what to do instead where one does not (architecture, invariant 5). */
final class EndReasons {

    static final String MAJORITY = "majority";

    private static final Set<String> CONTINUING = Set.of("risk-continues", "court-order");
    private static final Set<String> ENDING =
            Set.of("plan-completed", "court-order", "child-died", Entry.WRONG_CHILD, MAJORITY);

    private static final Map<String, String> INSTEAD = Map.of(
            "child-moved",
            "A move ends no protection: propose a transfer within the country, or send a notice of the move across a border;"
                    + " you stay responsible meanwhile.",
            "age-decision",
            "A finding about an age ends no protection: record it as the age status in identity. A verified majority takes the"
                    + " child out of the checks by itself; then hold the closing review.",
            "immigration-decision",
            "A decision about residence ends no protection: hold a review about the child's risk, or transfer the"
                    + " responsibility to where the child lives.");

    private EndReasons() {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 422 where the reason does not carry the decision */
    static void require(boolean ends, String reason) {
        if (INSTEAD.containsKey(reason)) {
            throw RegisterProblem.ENDS_NO_PROTECTION.because(String.valueOf(INSTEAD.get(reason)));
        }
        var possible = ends ? ENDING : CONTINUING;
        if (!possible.contains(reason)) {
            throw RegisterProblem.ENDS_NO_PROTECTION
                    .because("A review that " + (ends ? "ends" : "continues") + " a measure gives another reason.")
                    .at(
                            "reason",
                            "must be one of "
                                    + String.join(
                                            ", ", possible.stream().sorted().toList()));
        }
    }
}
