package eu.waymark.platform.persistence.witness;

import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.SignedNote;

/**
 * A checkpoint that this service believes.
 *
 * @param note its text with the signature of the log and the cosignatures known so far
 */
record Verified(long size, Hash root, SignedNote note) {

    static Verified of(Checkpoint checkpoint, SignedNote note) {
        return new Verified(checkpoint.size(), checkpoint.root(), note);
    }

    Verified with(SignedNote more) {
        return new Verified(size, root, more);
    }
}
