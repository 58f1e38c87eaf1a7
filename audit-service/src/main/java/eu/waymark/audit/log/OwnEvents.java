package eu.waymark.audit.log;

import eu.waymark.audit.log.Sequence.Placed;
import eu.waymark.platform.persistence.audit.AuditLogClient;
import eu.waymark.platform.persistence.audit.AuditLogException;
import jakarta.inject.Singleton;
import java.util.List;

/** This service is a producer too: the events of its own queries take the short way into the log. */
@Singleton
class OwnEvents implements AuditLogClient {

    private final Appending appending;

    OwnEvents(Appending appending) {
        this.appending = appending;
    }

    @Override
    public List<Acknowledged> append(String source, int epoch, List<Numbered> events) {
        try {
            var numbered = events.stream()
                    .map(event -> new eu.waymark.audit.log.Numbered(event.seq(), event.body(), event.sealed()))
                    .toList();
            return appending.append(source, epoch, numbered).stream()
                    .map(OwnEvents::acknowledged)
                    .toList();
        } catch (RuntimeException failed) {
            // Whatever it was, the events wait in the outbox and the relay tries again.
            throw new AuditLogException("The log did not take this service's own events", failed);
        }
    }

    private static Acknowledged acknowledged(Placed placed) {
        return new Acknowledged(placed.seq(), placed.leafIndex());
    }
}
