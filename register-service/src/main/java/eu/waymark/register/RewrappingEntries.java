package eu.waymark.register;

import eu.waymark.platform.persistence.rotation.RewrappingKeys;
import eu.waymark.platform.persistence.rotation.WrappedKeys;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Wraps the keys of all texts of the register anew, of today's and of earlier ones, when the row key is replaced. */
@ApplicationScoped
class RewrappingEntries {

    static final List<WrappedKeys> KEYS = List.of(
            WrappedKeys.of("entry", "entry"),
            WrappedKeys.of("sealing_key", "sealing"),
            WrappedKeys.of("webhook_secret", "webhook_secret"),
            WrappedKeys.of("emergency_access", "emergency_access"),
            WrappedKeys.of("retention_decision", "retention_decision"),
            new WrappedKeys("emergency_review", "access_id", "convert_to('emergency_review:' || access_id, 'UTF8')"),
            new WrappedKeys("entry_version", "entry_id", "convert_to('entry:' || entry_id, 'UTF8')"),
            WrappedKeys.of("travel_flag_change", "travel-flag-change"),
            WrappedKeys.of("entry_section", "section"),
            WrappedKeys.of("disclosure_decision", "necessity"),
            WrappedKeys.of("withholding", "withholding"));

    private final RewrappingKeys rewrapping;

    RewrappingEntries(RewrappingKeys rewrapping) {
        this.rewrapping = rewrapping;
    }

    @Scheduled(
            every = "{waymark.keys.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        rewrapping.run(RegisterEvent.KEYS_REWRAPPED, KEYS);
    }
}
