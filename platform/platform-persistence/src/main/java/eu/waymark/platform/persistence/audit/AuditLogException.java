package eu.waymark.platform.persistence.audit;

/** The audit log did not take the events; they stay in the outbox and are sent again. */
public final class AuditLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuditLogException(String message) {
        super(message);
    }

    public AuditLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
