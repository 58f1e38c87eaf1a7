package eu.waymark.identity.erasure;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.UUID;

/** Notes that a service holds nothing about a person any more. */
@ApplicationScoped
class ConfirmingErasure {

    private static final EnumSet<ErasureStatus> UNDECIDED = EnumSet.of(ErasureStatus.PROPOSED, ErasureStatus.WITHDRAWN);

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final PersonErasures erasures;
    private final PersonRecords records;
    private final ErasureServices services;

    ConfirmingErasure(
            AuditedWork work,
            CurrentCaller caller,
            PersonErasures erasures,
            PersonRecords records,
            ErasureServices services) {
        this.work = work;
        this.caller = caller;
        this.erasures = erasures;
        this.records = records;
        this.services = services;
    }

    void confirm(UUID id) {
        work.run(IdentityEvent.ERASURE_CONFIRMED, trail -> {
            trail.resource(id.toString());
            var service = caller.get().client();
            if (!services.services().contains(service)) {
                throw CommonProblem.FORBIDDEN.because("Only a service that holds something about people confirms.");
            }
            var erasure = erasures.findByIdOptional(id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such erasure."));
            records.findByIdOptional(erasure.personId()).map(PersonRecord::tag).ifPresent(trail::about);
            if (UNDECIDED.contains(erasure.status())) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because("Nobody has approved this erasure.");
            }
            return erasures.confirm(id, service);
        });
    }
}
