package eu.waymark.audit.log;

import eu.waymark.log.note.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * The checkpoint that readers get: the newest that a quorum of witnesses has signed. Where the witnesses have been away for
 * long, the newest without them: losing them is an alarm and closes nothing (architecture, part 5).
 */
@ApplicationScoped
class Published {

    private final Checkpoints checkpoints;
    private final Witnesses witnesses;
    private final LogConfig config;
    private final Clock clock;

    Published(Checkpoints checkpoints, Witnesses witnesses, LogConfig config, Clock clock) {
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
        this.config = config;
        this.clock = clock;
    }

    Optional<Checkpoints.Signed> checkpoint() {
        return ofQuorum().filter(this::isRecent).or(checkpoints::newest);
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
