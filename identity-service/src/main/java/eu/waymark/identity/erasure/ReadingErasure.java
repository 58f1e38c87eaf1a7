package eu.waymark.identity.erasure;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows the agency of a record how far its erasure is. */
@ApplicationScoped
class ReadingErasure {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final PersonErasures erasures;

    ReadingErasure(AuditedWork work, Permits permits, CurrentCaller caller, PersonErasures erasures) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.erasures = erasures;
    }

    ErasureView read(UUID person) {
        return work.run(IdentityEvent.ERASURE_READ, trail -> {
            permits.require(Action.ERASE_PERSON, Relationship.HOLDER);
            var by = caller.get();
            return ErasureView.of(erasures.of(person, by.agency(), trail), by.subject());
        });
    }
}
