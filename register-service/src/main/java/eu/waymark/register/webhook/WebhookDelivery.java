package eu.waymark.register.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event on its way to one destination. */
@Entity
@Table(name = "webhook_delivery")
class WebhookDelivery {

    static final String PENDING = "pending";
    static final String DELIVERED = "delivered";
    static final String DEAD = "dead";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "webhook_id")
    UUID webhookId = new UUID(0, 0);

    String status = PENDING;
    int attempts;

    @Column(name = "due_at")
    Instant dueAt = Instant.EPOCH;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "is_test")
    boolean isTest;

    void end(String how, Instant at) {
        status = how;
        endedAt = at;
    }

    void replay(Instant at) {
        status = PENDING;
        attempts = 0;
        dueAt = at;
        endedAt = null;
    }
}
