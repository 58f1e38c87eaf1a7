package eu.waymark.log.note;

/** A policy file breaks a rule of its format. The whole file is refused, and nothing is trusted on its account. */
public final class InvalidPolicyException extends RuntimeException {

    private final int line;

    InvalidPolicyException(int line, String fault) {
        super("Line " + line + ": " + fault);
        this.line = line;
    }

    InvalidPolicyException(int line, String fault, Exception cause) {
        super("Line " + line + ": " + fault, cause);
        this.line = line;
    }

    /** The line at fault, counted from 1. */
    public int line() {
        return line;
    }
}
