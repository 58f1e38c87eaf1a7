package eu.waymark.referral;

import eu.waymark.platform.persistence.rotation.RewrappingKeys;
import eu.waymark.platform.persistence.rotation.WrappedKeys;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Wraps the keys of the texts about children anew when the row key is replaced. */
@ApplicationScoped
class RewrappingChildKeys {

    /** Made for the sixteen bytes of the record's id, as {@code ChildTexts} has it. */
    static final List<WrappedKeys> KEYS =
            List.of(new WrappedKeys("person_key", "person_record_id", "uuid_send(person_record_id)"));

    private final RewrappingKeys rewrapping;

    RewrappingChildKeys(RewrappingKeys rewrapping) {
        this.rewrapping = rewrapping;
    }

    @Scheduled(
            every = "{waymark.keys.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        rewrapping.run(ReferralEvent.KEYS_REWRAPPED, KEYS);
    }
}
