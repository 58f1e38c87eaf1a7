package eu.waymark.log.note;

/** A note, checkpoint, proof or key that is malformed, or not signed by whom it should be. Its content must not be used. */
public final class InvalidNoteException extends RuntimeException {

    InvalidNoteException(String message) {
        super(message);
    }

    InvalidNoteException(String message, Exception cause) {
        super(message, cause);
    }
}
