package eu.waymark.platform.persistence.audit;

/** The audit outbox could not be written. */
final class AuditStoreException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AuditStoreException(Throwable cause) {
        super("The audit outbox could not be written", cause);
    }
}
