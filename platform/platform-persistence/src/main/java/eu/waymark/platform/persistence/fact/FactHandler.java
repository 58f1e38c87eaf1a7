package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.Trail;
import java.util.Optional;

/** Takes one type of fact, exactly once, in one transaction with the note that it was taken. */
public interface FactHandler {

    /** The type of fact, for example {@code person.created}. */
    String type();

    /** The audit event under which the fact is handled; empty where it touches no child data. */
    default Optional<AuditEventType> event() {
        return Optional.empty();
    }

    void handle(Fact fact, Trail trail);
}
