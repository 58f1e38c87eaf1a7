package eu.waymark.platform.persistence.witness;

import eu.waymark.log.note.SignedNote;
import eu.waymark.platform.persistence.witness.LogExchange.Shown;
import eu.waymark.platform.persistence.witness.WitnessKeys.Keys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * This service as a witness of the log (C2SP tlog-witness, over the relay's own calls): it shows the newest checkpoint that
 * it has cosigned, verifies the one it is shown, stores it, and only then signs it. What was signed and not stored could be
 * denied after a crash.
 */
@Singleton
public class Witnessing {

    private static final int MANY_COPIES = 200;

    private final WitnessKeys keys;
    private final LogExchange log;
    private final CheckpointJudge judge;
    private final WitnessedCheckpoint checkpoint;
    private final HeldLeaves leaves;
    private final LogFaults faults;
    private final Coverage coverage;
    private final Restoration restoration;

    Witnessing(
            WitnessKeys keys,
            LogExchange log,
            CheckpointJudge judge,
            WitnessedCheckpoint checkpoint,
            HeldLeaves leaves,
            LogFaults faults,
            Coverage coverage,
            Restoration restoration) {
        this.keys = keys;
        this.log = log;
        this.judge = judge;
        this.checkpoint = checkpoint;
        this.leaves = leaves;
        this.faults = faults;
        this.coverage = coverage;
        this.restoration = restoration;
    }

    /**
     * Takes one turn; the caller holds the relay's lock. With proof against the log that no operator has resolved it goes
     * on showing what it knows and helping the log back, and signs nothing.
     *
     * @return whether more waits
     * @throws eu.waymark.platform.persistence.audit.AuditLogException when the log is away
     */
    public boolean witness(Connection connection) throws SQLException {
        return keys.get().isPresent() && turn(connection, keys.get().get());
    }

    private boolean turn(Connection connection, Keys own) throws SQLException {
        var known = checkpoint.read(connection);
        var copiesBefore = leaves.newestCopy(connection);
        var shown = exchange(connection, known);
        var more = shown.copies().size() >= MANY_COPIES && leaves.newestCopy(connection) > copiesBefore;
        if (shown.restoreFrom().isPresent()) {
            return restoration.restore(connection, shown.restoreFrom().getAsLong()) || more;
        }
        if (faults.unresolved(connection)) {
            return more;
        }
        if (shown.checkpoint().isPresent()) {
            learn(connection, known, shown.checkpoint().get(), own);
        }
        var newest = checkpoint.read(connection);
        return newest.isPresent() && coverage.cover(connection, newest.get()) || more;
    }

    private Shown exchange(Connection connection, Optional<Verified> known) throws SQLException {
        var note = known.map(Verified::note).map(SignedNote::encoded);
        var shown = log.exchange(note, leaves.newestCopy(connection));
        leaves.keep(connection, shown.copies());
        return shown;
    }

    private void learn(Connection connection, Optional<Verified> known, String note, Keys own) throws SQLException {
        var believed = judge.judge(connection, known, note, own);
        if (believed.isEmpty()) {
            return;
        }
        var isNewer = known.isEmpty() || believed.get().size() > known.get().size();
        if (isNewer && !checkpoint.advance(connection, known, believed.get())) {
            return;
        }
        var kept = isNewer ? believed.get() : merge(known.get(), believed.get(), own);
        if (!Cosignatures.isCosigned(kept.note(), own)) {
            cosign(connection, kept, own);
        } else if (!kept.note().equals(known.map(Verified::note).orElse(null))) {
            checkpoint.keep(connection, kept);
        }
    }

    /** Signs what is stored, and brings the cosignature to the log at once. */
    private void cosign(Connection connection, Verified stored, Keys own) throws SQLException {
        var cosigned =
                stored.with(stored.note().with(own.own().sign(stored.note().text())));
        if (!checkpoint.keep(connection, cosigned)) {
            return;
        }
        var shown = exchange(connection, Optional.of(cosigned));
        if (shown.checkpoint().isPresent()) {
            mergeIfSame(connection, cosigned, shown.checkpoint().get(), own);
        }
    }

    private void mergeIfSame(Connection connection, Verified known, String shown, Keys own) throws SQLException {
        var isSame = shown.startsWith(known.note().text() + "\n");
        if (isSame && !SignedNote.parse(shown).equals(known.note())) {
            checkpoint.keep(connection, known.with(Cosignatures.merged(known.note(), SignedNote.parse(shown), own)));
        }
    }

    private static Verified merge(Verified known, Verified shown, Keys own) {
        return known.note().text().equals(shown.note().text())
                ? known.with(Cosignatures.merged(known.note(), shown.note(), own))
                : known;
    }
}
