package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.platform.web.problem.Refusal;
import eu.waymark.platform.web.problem.RefusalTrail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Writes the event of a request that was refused before any use case ran. */
@Singleton
class RecordedRefusal implements RefusalTrail {

    private static final Logger LOG = Logger.getLogger(RecordedRefusal.class);

    private enum Type implements AuditEventType {
        ACCESS_REFUSED;

        @Override
        public String code() {
            return "access.refused";
        }

        @Override
        public Action action() {
            return Action.EXECUTE;
        }
    }

    private final Refusals refusals;

    RecordedRefusal(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void record(Refusal refusal) {
        var trail = new Trail();
        trail.note(Refusals.OPERATION, refusal.operation());
        var actor = new Actor(refusal.caller(), refusal.access());
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> refusals.write(Type.ACCESS_REFUSED, actor, trail, Outcome.refused(refusal.code())));
        } catch (RuntimeException unavailable) {
            LOG.errorf("No audit event of a refusal: %s", Faults.describe(unavailable));
            throw CommonProblem.AUDIT_UNAVAILABLE
                    .because("Try again in a moment.")
                    .retryAfter(5);
        }
    }
}
