package eu.waymark.platform.persistence.audit;

/** A kind of audit event. Each service lists its own in one closed enum. */
public interface AuditEventType {

    /** Stable name such as {@code register.entry.opened}. */
    String code();

    Action action();

    /**
     * Whether this reads content for somebody, and so stops when the audit trail falls too far behind. Work that
     * protects a child goes on (architecture, invariant 2).
     */
    default boolean isContentRead() {
        return action() == Action.READ;
    }
}
