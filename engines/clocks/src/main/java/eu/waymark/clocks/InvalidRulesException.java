package eu.waymark.clocks;

/** A rule document that is not read in full is not used at all. */
public final class InvalidRulesException extends RuntimeException {

    InvalidRulesException(String message, Exception cause) {
        super(message, cause);
    }
}
