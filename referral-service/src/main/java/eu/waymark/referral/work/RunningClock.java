package eu.waymark.referral.work;

import eu.waymark.referral.clock.Due;
import eu.waymark.referral.clock.Pace;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an item began, falls due, and is spoken of meanwhile: when half and four fifths of its time have gone, and when the
 * central authority hears that it is overdue.
 */
@Embeddable
record RunningClock(
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable String dueRule,
        @Column(name = "remind_50_at") @Nullable Instant half,
        @Column(name = "remind_80_at") @Nullable Instant fourFifths,
        @Nullable Instant escalateAt) {

    private static final Duration PATIENCE = Duration.ofDays(2);
    private static final int FIFTHS = 5;

    static RunningClock of(Instant start, @Nullable Due due) {
        if (due == null) {
            return new RunningClock(start, null, null, null, null, null);
        }
        var pace = due.pace() == null ? even(start, due.at()) : due.pace();
        return new RunningClock(
                start,
                due.at(),
                due.rule(),
                notBefore(start, pace.half()),
                notBefore(start, pace.fourFifths()),
                pace.escalation());
    }

    private static Pace even(Instant start, Instant end) {
        var length = Duration.between(start, end);
        return new Pace(start.plus(length.dividedBy(2)), end.minus(length.dividedBy(FIFTHS)), end.plus(PATIENCE));
    }

    /** Half of a working day may have gone before the work began at its end. */
    private static Instant notBefore(Instant start, Instant moment) {
        return moment.isBefore(start) ? start : moment;
    }

    /** The last moment of which something is said that has come by then. */
    Optional<Stage> stageAt(Instant now) {
        if (hasCome(escalateAt, now)) {
            return Optional.of(Stage.ESCALATED);
        } else if (hasCome(dueAt, now)) {
            return Optional.of(Stage.OVERDUE);
        } else if (hasCome(fourFifths, now)) {
            return Optional.of(Stage.FOUR_FIFTHS);
        }
        return hasCome(half, now) ? Optional.of(Stage.HALF) : Optional.empty();
    }

    private static boolean hasCome(@Nullable Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
    }
}
