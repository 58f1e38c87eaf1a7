package eu.waymark.referral.worker;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who works with an agency's worklist, and who no longer does. */
@ApplicationScoped
class Staffing {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Colleagues colleagues;

    Staffing(Permits permits, AuditedWork audited, CurrentCaller caller, Colleagues colleagues) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.colleagues = colleagues;
    }

    /** What became of a leaving colleague's work. */
    @Schema(name = "Departure", examples = "{\"returned\":12}")
    record Departure(
            @Schema(description = "Items that lie on the desk again.")
            int returned) {}

    Page<Colleague> all() {
        return audited.run(ReferralEvent.COLLEAGUES_READ, trail -> {
            require();
            colleagues.seen();
            var all = colleagues.of(caller.get().agency());
            trail.returned(all.size());
            return new Page<>(all, null);
        });
    }

    Departure left(String subject) {
        return audited.run(ReferralEvent.COLLEAGUE_LEFT, trail -> {
            require();
            var agency = caller.get().agency();
            if (!colleagues.isKnown(subject, agency)) {
                throw CommonProblem.NOT_FOUND.because("Nobody of that subject works with your agency's worklist.");
            }
            var returned = colleagues.leave(subject, agency).size();
            trail.returned(returned);
            return new Departure(returned);
        });
    }

    private void require() {
        permits.requireAny(Action.WORK_REFERRAL, Action.ANSWER_INFORMATION, Action.WRITE_ASSESSMENT);
    }
}
