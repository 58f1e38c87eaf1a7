package eu.waymark.log.verifier;

/** Something needed for a verdict could not be had. It says nothing about the log. */
final class UndecidedException extends RuntimeException {

    UndecidedException(String message) {
        super(message);
    }

    UndecidedException(String message, Throwable cause) {
        super(message, cause);
    }
}
