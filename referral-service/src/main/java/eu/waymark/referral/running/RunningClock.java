package eu.waymark.referral.running;

import eu.waymark.clocks.Pause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a work item.
 *
 * @param rule the code of the rule by which it runs now
 * @param rulesVersion of the document that gave the rule
 * @param stops the pauses that are over
 * @param pausedAt since when it stands still
 */
record RunningClock(
        UUID item,
        String kind,
        UUID personRecordId,
        String agency,
        Instant startedAt,
        String rule,
        String rulesVersion,
        @Nullable Instant closedAt,
        int version,
        List<Pause> stops,
        @Nullable Instant pausedAt,
        List<ClockView.Excepted> exceptions) {

    boolean isPaused() {
        return pausedAt != null;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** All pauses; one that still lasts, until the given moment. */
    List<Pause> pausesUntil(Instant now) {
        return Stream.concat(
                        stops.stream(),
                        Stream.ofNullable(pausedAt)
                                .filter(from -> from.isBefore(now))
                                .map(from -> new Pause(from, now, "paused")))
                .filter(Objects::nonNull)
                .toList();
    }
}
