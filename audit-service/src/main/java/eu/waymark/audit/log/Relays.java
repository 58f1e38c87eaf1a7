package eu.waymark.audit.log;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;

/** The rule that all of a relay's doors share. */
final class Relays {

    private Relays() {}

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 unless the token is that of this source's own relay */
    static void requireOwn(CurrentCaller caller, String source) {
        if (!caller.get().client().equals(source)) {
            throw CommonProblem.FORBIDDEN.because("A relay speaks for its own source only.");
        }
    }
}
