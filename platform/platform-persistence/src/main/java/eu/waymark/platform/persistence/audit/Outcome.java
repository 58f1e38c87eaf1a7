package eu.waymark.platform.persistence.audit;

import org.jspecify.annotations.Nullable;

/**
 * How it ended, with the codes of FHIR AuditEvent: 0 done, 4 refused, 8 failed.
 *
 * @param problem slug of the problem it ended with
 */
record Outcome(String code, @Nullable String problem) {

    private static final String REFUSED = "4";

    static final Outcome DONE = new Outcome("0", null);
    static final Outcome FAILED = new Outcome("8", "internal");

    static Outcome refused(String problem) {
        return new Outcome(REFUSED, problem);
    }

    boolean isRefusal() {
        return code.equals(REFUSED);
    }
}
