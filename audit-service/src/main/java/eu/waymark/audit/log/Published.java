package eu.waymark.audit.log;

import eu.waymark.log.note.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint that readers get: the newest that a quorum of witnesses has signed. Where the witnesses have been away for
 * long, the newest without them: losing them is an alarm and closes nothing (architecture, part 5).
 */
@ApplicationScoped
class Published {

    /** Longer than the pause between two looks for a newer one, unless the database is slow. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final Checkpoints checkpoints;
    private final Witnesses witnesses;
    private final LogConfig config;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    private record Seen(Optional<Checkpoints.Signed> checkpoint, Instant at) {}

    Published(Checkpoints checkpoints, Witnesses witnesses, LogConfig config, Clock clock) {
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
        this.config = config;
        this.clock = clock;
    }

    /** As it was a moment ago. Each replica looks for a newer one whenever it looks whether it must sign one. */
    Optional<Checkpoints.Signed> checkpoint() {
        var known = seen;
        return known == null || known.at.plus(MOMENT).isBefore(clock.instant()) ? refreshed() : known.checkpoint;
    }

    /** As it is now. */
    Optional<Checkpoints.Signed> refreshed() {
        var at = clock.instant();
        var checkpoint = ofQuorum().filter(this::isRecent).or(checkpoints::newest);
        seen = new Seen(checkpoint, at);
        return checkpoint;
    }

    /** Something was signed: whoever asks next gets it. */
    void forget() {
        seen = null;
    }

    /** Whether a quorum has signed within the time that witnesses are given. Heartbeats let the log grow each minute. */
    boolean isWitnessed() {
        return witnesses.quorum() == 0 || ofQuorum().filter(this::isRecent).isPresent();
    }

    /** The size that a quorum signed last, as text; {@code none} where it never did. */
    String lastOfQuorum() {
        return ofQuorum().map(signed -> Long.toString(signed.size())).orElse("none");
    }

    private Optional<Checkpoints.Signed> ofQuorum() {
        return witnesses.quorum() == 0 ? Optional.empty() : checkpoints.newest(witnesses.names(), witnesses.quorum());
    }

    private boolean isRecent(Checkpoints.Signed cosigned) {
        var note = SignedNote.parse(cosigned.cosigned());
        return witnesses.times(note).anyMatch(time -> time.plus(config.witnessPatience())
                .isAfter(clock.instant()));
    }
}
