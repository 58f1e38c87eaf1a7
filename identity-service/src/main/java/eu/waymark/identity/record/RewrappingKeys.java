package eu.waymark.identity.record;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.web.problem.Faults;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * While several row keys are configured, wraps every data key by the one in use. A batch is one transaction with one
 * event, taken by one replica; after a crash the next batch begins where the last one ended. When a whole pass has found
 * nothing left, the older keys may be taken out of the configuration.
 */
@ApplicationScoped
class RewrappingKeys {

    private static final Logger LOG = Logger.getLogger(RewrappingKeys.class);
    private static final int BATCH = 500;

    private final RowCipher cipher;
    private final WrappedKeys keys;
    private final AuditedWork work;

    RewrappingKeys(RowCipher cipher, WrappedKeys keys, AuditedWork work) {
        this.cipher = cipher;
        this.keys = keys;
        this.work = work;
    }

    @Scheduled(
            every = "{waymark.keys.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        if (cipher.isRotating()) {
            try {
                rewrapAll();
            } catch (RuntimeException failed) {
                LOG.warnf("The rotation of keys waits: %s", Faults.describe(failed));
            }
        }
    }

    /** Goes on until all is done, or somebody else is at it. */
    void rewrapAll() {
        while (keys.isUnfinished(cipher.currentId())
                && work.runAsSystem(IdentityEvent.KEYS_REWRAPPED, this::rewrapBatch)) {
            Thread.yield();
        }
    }

    private boolean rewrapBatch(Trail trail) {
        var place = keys.take(cipher.currentId());
        place.ifPresent(after -> {
            var batch = keys.after(after, BATCH);
            var changed = batch.stream()
                    .filter(key -> !key.isWrappedBy(cipher.currentId()))
                    .map(key -> key.rewrapped(cipher))
                    .toList();
            keys.store(changed);
            keys.advance(cipher.currentId(), batch, changed.size());
            trail.returned(changed.size());
            trail.note(
                    "records",
                    IdDigest.of(changed.stream().map(WrappedKeys.Rewrapped::id).distinct()));
        });
        return place.isPresent();
    }
}
