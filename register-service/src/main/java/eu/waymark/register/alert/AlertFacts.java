package eu.waymark.register.alert;

import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the referral service is told of alerts for missing children, so that no episode ends while others still look. */
@Singleton
class AlertFacts {

    private static final String MISSING = "missing";

    private final FactOutbox outbox;
    private final Entries entries;

    AlertFacts(FactOutbox outbox, Entries entries) {
        this.outbox = outbox;
        this.entries = entries;
    }

    void raised(Alert alert) {
        if (MISSING.equals(alert.kind)) {
            outbox.emit("alert.raised", alert.id, new Raised(entries.childOf(alert.entryId), alert.agency));
        }
    }

    void ended(Alert alert, String outcome) {
        if (MISSING.equals(alert.kind)) {
            outbox.emit("alert.ended", alert.id, new Ended(outcome));
        }
    }

    record Raised(UUID recordId, String agency) {}

    record Ended(String outcome) {}
}
