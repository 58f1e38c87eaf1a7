package eu.waymark.platform.persistence.rotation;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.persistence.rotation.Passes.Key;
import eu.waymark.platform.persistence.rotation.Passes.Replaced;
import eu.waymark.platform.web.problem.Faults;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * While several row keys are configured, wraps every data key by the one in use. A batch is one transaction with one
 * event, taken by one replica; after a crash the next batch begins where the last one ended. When a whole pass has found
 * nothing left, the older keys may be taken out of the configuration. One run is one pass at most: so the last pass begins
 * when whoever held a row of the pass before, with its old key, has long written it.
 */
@Singleton
public class RewrappingKeys {

    private static final Logger LOG = Logger.getLogger(RewrappingKeys.class);
    private static final int BATCH = 500;

    private final RowCipher cipher;
    private final Passes passes;
    private final AuditedWork work;

    RewrappingKeys(RowCipher cipher, Passes passes, AuditedWork work) {
        this.cipher = cipher;
        this.passes = passes;
        this.work = work;
    }

    /** The same with other row keys. */
    public RewrappingKeys with(RowCipher other) {
        return new RewrappingKeys(other, passes, work);
    }

    /** @param type of the event of each batch, with the count and the hash of the ids */
    public void run(AuditEventType type, List<WrappedKeys> tables) {
        if (cipher.isRotating()) {
            tables.forEach(keys -> attempt(type, keys));
        }
    }

    private void attempt(AuditEventType type, WrappedKeys keys) {
        try {
            while (passes.isUnfinished(cipher.currentId(), keys)
                    && work.runAsSystem(type, trail -> isGoingOn(keys, trail))) {
                Thread.yield();
            }
        } catch (RuntimeException failed) {
            LOG.warnf("The rotation of the keys of %s waits: %s", keys.table(), Faults.describe(failed));
        }
    }

    /** @return whether the pass goes on, and here */
    private boolean isGoingOn(WrappedKeys keys, Trail trail) {
        var current = cipher.currentId();
        trail.note("table", keys.table());
        return passes.take(current, keys)
                .map(place -> {
                    var batch = passes.after(place, BATCH, keys);
                    var replaced = batch.stream()
                            .filter(key -> !isWrappedBy(current, key))
                            .map(key -> new Replaced(key, cipher.rewrap(key.wrapped(), key.context())))
                            .toList();
                    passes.store(current, keys, batch, replaced);
                    trail.returned(replaced.size());
                    trail.note("records", digest(replaced));
                    return !batch.isEmpty();
                })
                .orElse(false);
    }

    private static boolean isWrappedBy(byte[] rowKey, Key key) {
        return Arrays.equals(key.wrapped(), 0, rowKey.length, rowKey, 0, rowKey.length);
    }

    /** SHA-256, in hex, of the ids in ascending order, one to a line. */
    private static String digest(List<Replaced> replaced) {
        var text = replaced.stream()
                .map(one -> one.old().id().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
