package eu.waymark.register.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A destination of an agency's portal. */
@Entity
class Webhook {

    static final String ACTIVE = "active";
    static final String PAUSED = "paused";
    static final String REMOVED = "removed";
    static final String BY_REGISTRAR = "by-registrar";

    @Id
    UUID id = new UUID(0, 0);

    String agency = "";
    String url = "";
    String status = ACTIVE;

    @Column(name = "paused_because")
    @Nullable
    String pausedBecause;

    int failures;

    @Column(name = "created_by")
    String createdBy = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Version
    int version;

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    void activate() {
        status = ACTIVE;
        pausedBecause = null;
        failures = 0;
    }

    void pause(String because) {
        status = PAUSED;
        pausedBecause = because;
    }

    void remove() {
        status = REMOVED;
        pausedBecause = null;
    }
}
