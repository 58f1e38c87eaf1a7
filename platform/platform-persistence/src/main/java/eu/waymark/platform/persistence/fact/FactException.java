package eu.waymark.platform.persistence.fact;

/** A fact could not be written or read. */
public final class FactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FactException(String message, Throwable cause) {
        super(message, cause);
    }
}
