package eu.waymark.register.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import eu.waymark.platform.persistence.crypto.RowCipher;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets of webhooks: shown once, encrypted here, and while one replaces another both sign. */
@Singleton
class Secrets {

    private static final int BYTES = 32;
    private static final String PREFIX = "whsec_";

    private final EntityManager entities;
    private final RowCipher cipher;
    private final Clock clock;
    private final Duration overlap;
    private final SecureRandom random = new SecureRandom();

    Secrets(
            EntityManager entities,
            RowCipher cipher,
            Clock clock,
            @ConfigProperty(name = "waymark.webhooks.secret-overlap") Duration overlap) {
        this.entities = entities;
        this.cipher = cipher;
        this.clock = clock;
        this.overlap = overlap;
    }

    /** Replaces the secret of a webhook, or gives it its first, and returns it: nobody can read it again. */
    String replace(UUID webhook) {
        var now = clock.instant();
        entities.createQuery("update WebhookSecret set expiresAt = :until where webhookId = :of and expiresAt is null")
                .setParameter("until", now.plus(overlap))
                .setParameter("of", webhook)
                .executeUpdate();
        entities.createQuery("delete from WebhookSecret where webhookId = :of and expiresAt <= :now")
                .setParameter("of", webhook)
                .setParameter("now", now)
                .executeUpdate();
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = PREFIX + Base64.getEncoder().encodeToString(bytes);
        entities.persist(sealed(webhook, text, now));
        return text;
    }

    private WebhookSecret sealed(UUID webhook, String text, Instant now) {
        var secret = new WebhookSecret();
        secret.id = UUID.randomUUID();
        secret.webhookId = webhook;
        secret.createdAt = now;
        var sealed = cipher.seal(text.getBytes(StandardCharsets.UTF_8), context(secret.id));
        secret.wrappedKey = sealed.wrappedKey();
        secret.secret = sealed.ciphertext();
        return secret;
    }

    /** Destroys them: nothing is signed for this destination any more. */
    void destroy(UUID webhook) {
        entities.createQuery("delete from WebhookSecret where webhookId = :of")
                .setParameter("of", webhook)
                .executeUpdate();
    }

    /** Those in force, the newest first. */
    List<String> of(UUID webhook) {
        return entities.createQuery(
                        "from WebhookSecret where webhookId = :of and (expiresAt is null or expiresAt > :now)"
                                + " order by createdAt desc, id",
                        WebhookSecret.class)
                .setParameter("of", webhook)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(secret -> new String(cipher.open(secret.sealed(), context(secret.id)), StandardCharsets.UTF_8))
                .toList();
    }

    /** The header {@code webhook-signature} of Standard Webhooks: a signature by each secret, divided by spaces. */
    static String signatures(List<String> secrets, UUID message, Instant at, String body) {
        return secrets.stream()
                .map(secret -> sign(secret, message.toString(), at.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }

    static String sign(String secret, String message, long second, String body) {
        try {
            return new Webhook(secret).sign(message, second, body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("A message could not be signed", impossible);
        }
    }

    private static byte[] context(UUID id) {
        return ("webhook_secret:" + id).getBytes(StandardCharsets.UTF_8);
    }
}
