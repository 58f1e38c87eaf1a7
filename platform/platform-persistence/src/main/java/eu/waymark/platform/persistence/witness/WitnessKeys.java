package eu.waymark.platform.persistence.witness;

import eu.waymark.log.note.NoteSigner;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.platform.persistence.audit.AuditLogClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of the log that this service believes, pinned by configuration, and its own key as a witness, named
 * {@code <log origin>/<service>}. Both or none: a witness that cannot sign is none, nor is one that believes anybody.
 */
@Singleton
class WitnessKeys {

    private final Optional<Keys> keys;

    /**
     * @param logKey C2SP signed-note verifier key, as under {@code /log/key}
     * @param seed base64 of the 32 bytes of an Ed25519 private key (RFC 8032)
     */
    WitnessKeys(
            @ConfigProperty(name = "waymark.audit.log-key") Optional<String> logKey,
            @ConfigProperty(name = "waymark.secrets.witness-seed") Optional<String> seed,
            @ConfigProperty(name = "quarkus.application.name") String source,
            AuditLogClient client,
            Clock clock) {
        this.keys = client.holdsTheLog() || seed.isEmpty()
                ? Optional.empty()
                : logKey.map(VerifierKey::parse).map(log -> new Keys(log, signer(log, source, seed.get(), clock)));
    }

    /** @param own signs what was verified */
    record Keys(VerifierKey log, NoteSigner own) {}

    private static NoteSigner signer(VerifierKey log, String source, String seed, Clock clock) {
        return NoteSigner.witness(log.name() + "/" + source, Base64.getDecoder().decode(seed), clock);
    }

    /** Empty where this service is no witness. */
    Optional<Keys> get() {
        return keys;
    }
}
