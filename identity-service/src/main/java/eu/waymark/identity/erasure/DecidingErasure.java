package eu.waymark.identity.erasure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.restriction.Restrictions;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The second person approves an erasure, which cannot be undone; until then any of them takes it back. */
@ApplicationScoped
class DecidingErasure {

    private static final String APPROVED = "person.erasure.approved";

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final PersonErasures erasures;
    private final Erasures tombstones;
    private final Restrictions restrictions;
    private final FactOutbox facts;
    private final Clock clock;

    DecidingErasure(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            PersonErasures erasures,
            Erasures tombstones,
            Restrictions restrictions,
            FactOutbox facts,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.erasures = erasures;
        this.tombstones = tombstones;
        this.restrictions = restrictions;
        this.facts = facts;
        this.clock = clock;
    }

    /** What the services that hold something about the person are told. */
    record ErasureApproved(UUID recordId, UUID erasureId) {}

    ErasureView approve(UUID person, @Nullable String ifMatch) {
        return decide(IdentityEvent.ERASURE_APPROVED, person, ifMatch, erasure -> {
            restrictions.requireNone(person);
            var by = caller.get().subject();
            if (erasure.isProposedBy(by)) {
                throw IdentityProblem.SECOND_PERSON_NEEDED.because(
                        "You proposed this erasure. Another supervisor or manager of your agency decides on it.");
            }
            erasure.approve(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
            tombstones.ask(person, erasure.id());
            facts.emit(APPROVED, person, new ErasureApproved(person, erasure.id()));
        });
    }

    ErasureView withdraw(UUID person, @Nullable String ifMatch) {
        return decide(
                IdentityEvent.ERASURE_WITHDRAWN, person, ifMatch, erasure -> erasure.become(ErasureStatus.WITHDRAWN));
    }

    private ErasureView decide(IdentityEvent event, UUID person, @Nullable String ifMatch, Consumer<Erasure> decision) {
        return work.run(event, trail -> {
            var by = caller.get();
            var erasure = erasures.of(person, by.agency(), trail);
            permits.require(Action.ERASE_PERSON, Relationship.HOLDER);
            if (erasure.status() != ErasureStatus.PROPOSED) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because("The erasure is %s; nothing is left to decide."
                        .formatted(erasure.status().code()));
            }
            Versions.require(ifMatch, erasure.version());
            decision.accept(erasure);
            erasures.flush();
            return ErasureView.of(erasure, by.subject());
        });
    }
}
