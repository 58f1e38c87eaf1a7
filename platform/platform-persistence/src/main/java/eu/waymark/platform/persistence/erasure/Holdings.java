package eu.waymark.platform.persistence.erasure;

import eu.waymark.platform.persistence.audit.AuditEventType;

/**
 * A service that holds something about person records of identity. Its database has two functions of the owner:
 *
 * <ul>
 *   <li>{@code holds_active(record uuid) returns boolean}: whether something goes on about the record, so that it must
 *       stay;
 *   <li>{@code erase_person(record uuid) returns boolean}: deletes whatever is held, unless something goes on. It asks
 *       {@code audit_guard()} first.
 * </ul>
 */
@FunctionalInterface
public interface Holdings {

    /** The event of an erasure: the last of this service that names the child. */
    AuditEventType erased();
}
