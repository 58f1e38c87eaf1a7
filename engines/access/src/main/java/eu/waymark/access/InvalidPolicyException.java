package eu.waymark.access;

/** A policy document that is not read in full is not used at all. */
public final class InvalidPolicyException extends RuntimeException {

    InvalidPolicyException(String message, Exception cause) {
        super(message, cause);
    }
}
