package eu.waymark.audit.event;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** What all looks at the audit trail have in common: a purpose, an agency, and an event of their own, refused or not. */
@ApplicationScoped
public class Looks {

    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final CurrentAccess access;

    Looks(AuditedWork audited, CurrentCaller caller, CurrentAccess access) {
        this.audited = audited;
        this.caller = caller;
        this.access = access;
    }

    /**
     * @param purposes those that this look is open to
     * @param work gets the caller's agency, and the trail of the look's own event
     * @throws eu.waymark.platform.web.problem.ProblemException 403 for another purpose, and for somebody of no agency
     */
    public <T> T look(AuditEventType type, Set<String> purposes, BiFunction<String, Trail, T> work) {
        return audited.run(type, trail -> {
            if (!purposes.contains(String.valueOf(access.get().purpose()))) {
                throw CommonProblem.PURPOSE_NOT_PERMITTED.because(
                        "This is read for one of " + String.join(", ", new TreeSet<>(purposes)) + ".");
            }
            var agency = caller.get().agency();
            if (agency.isBlank()) {
                throw CommonProblem.FORBIDDEN.because("Only people of an agency read its audit trail.");
            }
            return work.apply(agency, trail);
        });
    }
}
