package eu.waymark.register.webhook;

import eu.waymark.platform.persistence.crypto.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret that an agency's portal knows us by, encrypted. */
@Entity
@Table(name = "webhook_secret")
class WebhookSecret {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "webhook_id")
    UUID webhookId = new UUID(0, 0);

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] secret = {};

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    Sealed sealed() {
        return new Sealed(wrappedKey, secret);
    }
}
