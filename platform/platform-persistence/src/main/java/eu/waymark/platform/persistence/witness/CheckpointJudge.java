package eu.waymark.platform.persistence.witness;

import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.persistence.audit.AuditLogException;
import eu.waymark.platform.persistence.witness.WitnessKeys.Keys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Decides what a shown checkpoint is worth, held against the newest that this service believes. */
@Singleton
class CheckpointJudge {

    private final LogExchange log;
    private final LogFaults faults;

    CheckpointJudge(LogExchange log, LogFaults faults) {
        this.log = log;
        this.faults = faults;
    }

    /**
     * @param known the newest verified checkpoint; without one, the pinned key alone is believed
     * @return the shown checkpoint if it is to be believed: newer than what is known and proved to extend it, or the same
     * @throws AuditLogException if the proof cannot be had now
     */
    Optional<Verified> judge(Connection connection, Optional<Verified> known, String shown, Keys keys)
            throws SQLException {
        var opened = open(shown, keys);
        if (opened.isEmpty()) {
            faults.raise(LogFault.CHECKPOINT_UNSIGNED);
            return Optional.empty();
        }
        var found = contradiction(known, opened.get());
        if (found.isPresent()) {
            if (found.get() == LogFault.CHECKPOINT_BEHIND) {
                faults.raise(LogFault.CHECKPOINT_BEHIND);
            } else {
                faults.prove(connection, found.get(), opened.get().note().encoded());
            }
            return Optional.empty();
        }
        return opened.filter(one -> known.isEmpty() || one.size() >= known.get().size());
    }

    private static Optional<Verified> open(String shown, Keys keys) {
        try {
            var note = SignedNote.parse(shown);
            var checkpoint = Checkpoint.open(note, keys.log());
            return Optional.of(Verified.of(checkpoint, Cosignatures.shown(note, keys)));
        } catch (InvalidNoteException unsigned) {
            return Optional.empty();
        }
    }

    private Optional<LogFault> contradiction(Optional<Verified> known, Verified shown) {
        if (shown.size() == 0 && !shown.root().equals(Hash.EMPTY_ROOT)) {
            return Optional.of(LogFault.CHECKPOINT_INCONSISTENT);
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var before = known.get();
        if (shown.size() == before.size()) {
            return fault(shown.root().equals(before.root()), LogFault.CHECKPOINT_FORKED);
        }
        return shown.size() > before.size()
                ? fault(extend(before, shown), LogFault.CHECKPOINT_INCONSISTENT)
                : behind(before, shown);
    }

    /** An older note of the same history is no harm. One that the log cannot link to what it has shown is. */
    private Optional<LogFault> behind(Verified before, Verified shown) {
        try {
            return fault(extend(shown, before), LogFault.CHECKPOINT_INCONSISTENT);
        } catch (AuditLogException noProof) {
            return Optional.of(LogFault.CHECKPOINT_BEHIND);
        }
    }

    private boolean extend(Verified older, Verified newer) {
        return older.size() == 0 || log.consistency(older.size(), newer.size()).verify(older.root(), newer.root());
    }

    private static Optional<LogFault> fault(boolean isRight, LogFault otherwise) {
        return isRight ? Optional.empty() : Optional.of(otherwise);
    }
}
