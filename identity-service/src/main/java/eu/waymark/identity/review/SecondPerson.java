package eu.waymark.identity.review;

import eu.waymark.identity.IdentityProblem;
import eu.waymark.platform.web.caller.Caller;

/** Four eyes: who proposed a link between two agencies does not confirm it, and nobody of the same agency does. */
final class SecondPerson {

    private SecondPerson() {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 when the caller cannot be the second person */
    static void require(Review review, Caller caller) {
        var proposer = review.proposer().orElseThrow();
        if (proposer.subject().equals(caller.subject()) || proposer.agency().equals(caller.agency())) {
            throw IdentityProblem.SECOND_PERSON_NEEDED.because(
                    "Somebody of the other agency, or of a central authority of one of the two countries, confirms this.");
        }
    }
}
