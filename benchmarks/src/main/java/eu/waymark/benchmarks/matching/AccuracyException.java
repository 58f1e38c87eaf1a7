package eu.waymark.benchmarks.matching;

/** Something a person at the keyboard can mend; the message is one complete line for them. */
final class AccuracyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccuracyException(String message) {
        super(message);
    }
}
