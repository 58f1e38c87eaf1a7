package eu.waymark.sandbox.fault;

import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.InvalidNoteException;
import eu.waymark.log.note.SignedNote;
import eu.waymark.log.note.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Every checkpoint that anybody was ever shown: what the log can never take back. Safe for several threads. */
final class Chronicle {

    private final VerifierKey log;
    private final TreeMap<Long, Hash> roots = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    Chronicle(VerifierKey log) {
        this.log = log;
    }

    /** Takes a note; one that the log has not signed, or that contradicts an earlier one, is a fault. */
    synchronized void shown(String note) {
        try {
            var checkpoint = Checkpoint.open(SignedNote.parse(note), log);
            var before = roots.putIfAbsent(checkpoint.size(), checkpoint.root());
            if (before != null && !before.equals(checkpoint.root())) {
                faults.add("two roots were signed for size " + checkpoint.size());
            }
        } catch (InvalidNoteException e) {
            faults.add("a checkpoint is not the log's: " + e.getMessage());
        }
    }

    synchronized void fault(String what) {
        faults.add(what);
    }

    /** By size. */
    synchronized TreeMap<Long, Hash> roots() {
        return new TreeMap<>(roots);
    }

    /** As it is now. */
    synchronized Chronicle copy() {
        var copy = new Chronicle(log);
        copy.roots.putAll(roots);
        copy.faults.addAll(faults);
        return copy;
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
