package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.persistence.idempotency.Idempotency;
import eu.waymark.platform.persistence.idempotency.Idempotency.Claim;
import eu.waymark.platform.web.caller.CurrentAccess;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.Faults;
import eu.waymark.platform.web.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The only way to child data: a transaction that opens an audit permit, does its work, and writes its event last.
 * Work that fails is rolled back and its event is written again in a transaction of its own, before anyone gets an
 * answer; where that is impossible the answer is 503 and nothing else (architecture, invariant 2).
 */
@Singleton
public class AuditedWork {

    private static final Logger LOG = Logger.getLogger(AuditedWork.class);

    private final AuditOutbox outbox;
    private final Refusals refusals;
    private final AuditLag lag;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final CurrentAccess access;
    private final Instance<EntityManager> entities;
    private final String service;

    AuditedWork(
            AuditOutbox outbox,
            Refusals refusals,
            AuditLag lag,
            Idempotency idempotency,
            CurrentCaller caller,
            CurrentAccess access,
            Instance<EntityManager> entities,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.refusals = refusals;
        this.lag = lag;
        this.idempotency = idempotency;
        this.caller = caller;
        this.access = access;
        this.entities = entities;
        this.service = service;
    }

    /**
     * Does the work of the current request.
     *
     * @param work gets the trail on which it names the children it touched; must not call other services
     * @throws ProblemException what the work threw, once its event is durable; 503 when it cannot be made so
     */
    public <T> T run(AuditEventType type, Function<Trail, T> work) {
        return run(type, new Actor(caller.get(), access.get()), work);
    }

    /**
     * Does work for somebody without an account, whom a one-time code lets in.
     *
     * @param kind who stands in the event as the actor, for example {@code contributor}
     */
    public <T> T runWithoutAccount(String kind, AuditEventType type, Function<Trail, T> work) {
        return run(type, Actor.withoutAccount(kind, access.get()), work);
    }

    /** Does work that no person asked for, in the name of the service. */
    public <T> T runAsSystem(AuditEventType type, Function<Trail, T> work) {
        return run(type, Actor.system(service), work);
    }

    private <T> T run(AuditEventType type, Actor actor, Function<Trail, T> work) {
        var trail = new Trail();
        try {
            if (type.isContentRead()) {
                lag.requireWithinLimit();
            }
            return QuarkusTransaction.requiringNew().call(() -> attempt(type, actor, trail, work));
        } catch (ProblemException refused) {
            writeAgain(type, actor, trail, Outcome.refused(refused.type().slug()));
            refused.onRecord();
            throw refused;
        } catch (RuntimeException failed) {
            var problem = DatabaseFaults.translate(failed);
            writeAgain(
                    type,
                    actor,
                    trail,
                    problem.map(p -> Outcome.refused(p.type().slug())).orElse(Outcome.FAILED));
            problem.ifPresent(ProblemException::onRecord);
            throw problem.<RuntimeException>map(p -> p).orElse(failed);
        }
    }

    private <T> T attempt(AuditEventType type, Actor actor, Trail trail, Function<Trail, T> work) {
        outbox.openPermit(actor);
        // A question is asked again: its answer is not kept, and what it began may have failed after its first event.
        var claim = type.action().changes() ? idempotency.claim(actor.caller().subject()) : Optional.<Claim>empty();
        var result = work.apply(trail);
        entities.stream().forEach(EntityManager::flush);
        claim.ifPresent(claimed -> claimed.done(trail.location()));
        outbox.write(type, actor, trail, Outcome.DONE);
        return result;
    }

    private void writeAgain(AuditEventType type, Actor actor, Trail trail, Outcome outcome) {
        try {
            QuarkusTransaction.requiringNew().run(() -> record(type, actor, trail, outcome));
        } catch (RuntimeException unavailable) {
            LOG.errorf("No audit event, no answer: %s", Faults.describe(unavailable));
            throw CommonProblem.AUDIT_UNAVAILABLE
                    .because("Try again; where a child is in danger now, telephone the duty desk.")
                    .retryAfter(5);
        }
    }

    private void record(AuditEventType type, Actor actor, Trail trail, Outcome outcome) {
        if (outcome.isRefusal()) {
            refusals.write(type, actor, trail, outcome);
        } else {
            outbox.write(type, actor, trail, outcome);
        }
    }
}
