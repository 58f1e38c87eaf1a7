package eu.waymark.platform.persistence.readiness;

import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.VerifierKey;
import eu.waymark.platform.persistence.audit.AuditLogClient;
import eu.waymark.platform.web.readiness.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** A service that is no witness believes the audit log whatever it says, and lets go of events on its word. */
@Singleton
class WitnessCheck implements ProductionCheck {

    static final String LOG_KEY = "waymark.audit.log-key";
    static final String SEED = "waymark.secrets.witness-seed";
    private static final String EXAMPLE = "waymark.example/";

    private final Config config;
    private final AuditLogClient log;

    WitnessCheck(Config config, AuditLogClient log) {
        this.config = config;
        this.log = log;
    }

    @Override
    public Stream<String> faults() {
        return log.holdsTheLog() ? Stream.empty() : Stream.concat(logKey(), seed());
    }

    private Stream<String> logKey() {
        var key = config.getOptionalValue(LOG_KEY, String.class).orElse("");
        if (!isLogKey(key)) {
            return Stream.of("The audit log's key is missing or malformed: set " + LOG_KEY
                    + " to what the audit service shows under /log/key, received by another way.");
        }
        return key.startsWith(EXAMPLE)
                ? Stream.of("The audit log's key is the example's: set " + LOG_KEY + " to that of your own log.")
                : Stream.empty();
    }

    /** Whether it is random is asked of every secret that is set. */
    private Stream<String> seed() {
        return config.getOptionalValue(SEED, String.class).isPresent()
                ? Stream.empty()
                : Stream.of("The secret " + SEED + " is missing: make one with 'openssl rand -base64 32'.");
    }

    private static boolean isLogKey(String key) {
        try {
            VerifierKey.parse(key);
            return true;
        } catch (InvalidNoteException malformed) {
            return false;
        }
    }
}
