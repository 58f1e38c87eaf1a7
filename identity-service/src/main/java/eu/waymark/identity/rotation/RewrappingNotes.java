package eu.waymark.identity.rotation;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.rotation.RewrappingKeys;
import eu.waymark.platform.persistence.rotation.WrappedKeys;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Wraps the keys of evidence, notes and recent questions anew when the row key is replaced; person records go by themselves. */
@ApplicationScoped
class RewrappingNotes {

    static final List<WrappedKeys> KEYS = List.of(
            WrappedKeys.of("edge", "edge"),
            WrappedKeys.of("pair_review", "review"),
            new WrappedKeys("age_move", "record_id", "convert_to('age:' || record_id || ':' || version, 'UTF8')"),
            WrappedKeys.of("recent_question", "recent-question"));

    private final RewrappingKeys rewrapping;

    RewrappingNotes(RewrappingKeys rewrapping) {
        this.rewrapping = rewrapping;
    }

    @Scheduled(
            every = "{waymark.keys.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        rewrapping.run(IdentityEvent.KEYS_REWRAPPED, KEYS);
    }
}
