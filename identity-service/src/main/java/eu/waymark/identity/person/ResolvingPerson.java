package eu.waymark.identity.person;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Tells the services that hold something about a person record whose it is and what its pseudonym is. */
@ApplicationScoped
class ResolvingPerson {

    private static final Set<String> CLIENTS = Set.of("register-service", "referral-service");

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final PersonRecords records;

    ResolvingPerson(AuditedWork work, CurrentCaller caller, PersonRecords records) {
        this.work = work;
        this.caller = caller;
        this.records = records;
    }

    PersonReference resolve(UUID id) {
        return work.run(IdentityEvent.PERSON_RESOLVED, trail -> {
            trail.resource(id.toString());
            if (!CLIENTS.contains(caller.get().client())) {
                throw CommonProblem.FORBIDDEN.because("Only the register and the referral service may ask this.");
            }
            var record = records.findByIdOptional(id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such person record."));
            trail.about(record.tag());
            return PersonReference.of(record);
        });
    }
}
