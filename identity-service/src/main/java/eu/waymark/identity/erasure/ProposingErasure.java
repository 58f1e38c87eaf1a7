package eu.waymark.identity.erasure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The first of two people asks that a record of their agency be erased. */
@ApplicationScoped
class ProposingErasure {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final PersonRecords records;
    private final PersonErasures erasures;
    private final Clock clock;

    ProposingErasure(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            PersonRecords records,
            PersonErasures erasures,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.records = records;
        this.erasures = erasures;
        this.clock = clock;
    }

    ErasureView propose(UUID person, NewErasure asked) {
        return work.run(IdentityEvent.ERASURE_PROPOSED, trail -> {
            trail.resource(person.toString());
            permits.require(Action.ERASE_PERSON, Relationship.HOLDER);
            var by = caller.get();
            trail.about(records.own(by.agency(), person).tag());
            if (erasures.isUnderWay(person)) {
                throw IdentityProblem.ERASURE_OPEN.because("Another person of your agency can approve or withdraw it.");
            }
            var erasure = new Erasure(
                    person, by.agency(), asked, by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            erasures.persistAndFlush(erasure);
            trail.note("basis", asked.legalBasis().name());
            trail.note("reason", asked.reason().name());
            trail.created(ErasureResource.location(person).toString());
            return ErasureView.of(erasure, by.subject());
        });
    }
}
