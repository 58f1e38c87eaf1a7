package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a witness and the log tell each other: the witness shows the last checkpoint that it has verified and signed, the
 * log its newest. The log calls nobody, so this is the way by which cosignatures reach it, and by which it learns after a
 * start whether it has been rolled back.
 */
@ApplicationScoped
class Exchange {

    private final LogKey key;
    private final LogGate gate;
    private final LogIntegrity integrity;
    private final Tree tree;
    private final Witnesses witnesses;
    private final Checkpoints checkpoints;
    private final RestoreTarget target;
    private final Published published;
    /** The last note that was found to agree with the tables, so that it is not recomputed four times a second. */
    private volatile @Nullable String agreed;

    Exchange(
            LogKey key,
            LogGate gate,
            LogIntegrity integrity,
            Tree tree,
            Witnesses witnesses,
            Checkpoints checkpoints,
            RestoreTarget target,
            Published published) {
        this.key = key;
        this.gate = gate;
        this.integrity = integrity;
        this.tree = tree;
        this.witnesses = witnesses;
        this.checkpoints = checkpoints;
        this.target = target;
        this.published = published;
    }

    /**
     * Takes what a source shows. Cosignatures of others under it are kept, but they show nothing for those others, who may
     * have seen more since.
     *
     * @param source the witness, by its token
     * @param shown the newest note it has cosigned, with the cosignatures of others that it knows; null when it has none
     * @throws eu.waymark.platform.web.problem.ProblemException 422 for a note that this log has not signed
     */
    void show(String source, @Nullable String shown) {
        if (shown != null) {
            take(open(shown));
        }
        if (witnesses.mayShow(source)) {
            gate.shown(source);
        }
    }

    private record Opened(SignedNote note, Checkpoint checkpoint) {}

    private Opened open(String shown) {
        try {
            var note = SignedNote.parse(shown);
            return new Opened(note, Checkpoint.open(note, key.verifier()));
        } catch (InvalidNoteException e) {
            throw AuditProblem.INVALID_CHECKPOINT.because("It is not a checkpoint of this log: " + e.getMessage());
        }
    }

    private void take(Opened shown) {
        var size = shown.checkpoint.size();
        var cosignatures = witnesses.cosignatures(shown.note);
        if (tree.size() < size) {
            target.raise(shown.checkpoint);
        } else if (agrees(shown) && checkpoints.ofSize(size).isPresent()) {
            cosignatures.forEach(cosignature -> checkpoints.add(size, cosignature));
            published.forget();
        }
        target.checkpoint()
                .filter(lost -> integrity.faultAgainst(lost).isEmpty())
                .ifPresent(_ -> target.reached());
    }

    private boolean agrees(Opened shown) {
        if (!shown.note.text().equals(agreed)) {
            var fault = integrity.faultAgainst(shown.checkpoint);
            fault.ifPresent(gate::contradicted);
            agreed = fault.isEmpty() ? shown.note.text() : null;
        }
        return agreed != null;
    }

    Optional<Checkpoints.Signed> newest() {
        return checkpoints.newest();
    }

    /** From which leaf on the producers are asked to bring back what they hold. */
    Optional<Long> restoreFrom() {
        return target.checkpoint().map(_ -> tree.size());
    }
}
