package eu.waymark.register.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to deliver, and what came of it. What the receiver answered beyond its status is neither read nor kept. */
@Entity
@Table(name = "webhook_attempt")
class WebhookAttempt {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "delivery_id")
    UUID deliveryId = new UUID(0, 0);

    String outcome = "";

    @Column(name = "http_status")
    @Nullable
    Integer httpStatus;

    Instant at = Instant.EPOCH;

    static WebhookAttempt of(UUID delivery, Answer answer, Instant at) {
        var attempt = new WebhookAttempt();
        attempt.id = UUID.randomUUID();
        attempt.deliveryId = delivery;
        attempt.outcome = answer.outcome().code();
        attempt.httpStatus = answer.status();
        attempt.at = at;
        return attempt;
    }
}
