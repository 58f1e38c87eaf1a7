package eu.waymark.audit.review;

import static java.util.stream.Collectors.toMap;

import eu.waymark.audit.review.Rows.CheckpointRow;
import eu.waymark.audit.review.Rows.CosignatureRow;
import eu.waymark.log.Frontier;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.NoteSignature;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds every checkpoint against the tree at its size, and every cosignature against its checkpoint. */
final class SignatureReview {

    private final VerifierKey log;
    private final Map<String, VerifierKey> witnesses;
    private final Findings findings;
    private Frontier frontier = Frontier.EMPTY;

    SignatureReview(VerifierKey log, List<VerifierKey> witnesses, Findings findings) {
        this.log = log;
        this.witnesses = witnesses.stream().collect(toMap(VerifierKey::name, key -> key));
        this.findings = findings;
    }

    /** Those of the empty log. */
    void begin(List<CheckpointRow> checkpoints, List<CosignatureRow> cosignatures) {
        check(checkpoints, cosignatures, Map.of(0L, Hash.EMPTY_ROOT));
    }

    /**
     * The next leaves, and what was signed of them.
     *
     * @param checkpoints of sizes that these leaves reach, ascending
     */
    void add(List<Hash> hashes, List<CheckpointRow> checkpoints, List<CosignatureRow> cosignatures) {
        var roots = new HashMap<Long, Hash>();
        var rest = hashes;
        for (var checkpoint : checkpoints) {
            var step = (int) (checkpoint.size() - frontier.size());
            frontier = frontier.append(rest.subList(0, step)).frontier();
            rest = rest.subList(step, rest.size());
            roots.put(checkpoint.size(), frontier.root());
        }
        frontier = frontier.append(rest).frontier();
        check(checkpoints, cosignatures, roots);
    }

    private void check(List<CheckpointRow> checkpoints, List<CosignatureRow> cosignatures, Map<Long, Hash> roots) {
        checkpoints.parallelStream()
                .flatMap(row -> fault(row, roots.get(row.size())).stream()
                        .map(what -> new Finding("checkpoint", Long.toString(row.size()), what)))
                .toList()
                .forEach(found -> findings.addAll(List.of(found)));
        var notes = checkpoints.stream().collect(toMap(CheckpointRow::size, CheckpointRow::note));
        cosignatures.parallelStream()
                .filter(row -> !isTrue(row, notes.get(row.size())))
                .map(row -> new Finding(
                        "cosignature", row.size() + " " + row.witness(), "is not this witness's under that checkpoint"))
                .toList()
                .forEach(found -> findings.addAll(List.of(found)));
    }

    private Optional<String> fault(CheckpointRow row, @Nullable Hash root) {
        try {
            var note = SignedNote.parse(row.note());
            var signed = Checkpoint.open(note, log);
            if (note.signatures().size() != 1 || !note.encoded().equals(row.note())) {
                return Optional.of("bears more than the signature of the log");
            }
            if (signed.size() != row.size()) {
                return Optional.of("vouches for another size");
            }
            return root != null && signed.root().equals(root)
                    ? Optional.empty()
                    : Optional.of("vouches for another tree");
        } catch (InvalidNoteException notOurs) {
            return Optional.of("is not signed by the log");
        }
    }

    private boolean isTrue(CosignatureRow row, @Nullable String note) {
        var key = witnesses.get(row.witness());
        if (key == null || note == null) {
            return false;
        }
        try {
            var line = NoteSignature.parse(row.line());
            return line.line().equals(row.line())
                    && line.keyName().equals(row.witness())
                    && key.verify(SignedNote.parse(note).text(), line);
        } catch (InvalidNoteException noSignature) {
            return false;
        }
    }
}
