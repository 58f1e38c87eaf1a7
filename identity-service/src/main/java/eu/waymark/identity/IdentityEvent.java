package eu.waymark.identity;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

/**
 * Every event that this service writes to the audit log. Searching and resolving show no content and come before new
 * entries, so they are no {@link Action#READ}: they go on when the log has fallen behind (architecture, invariant 2).
 */
public enum IdentityEvent implements AuditEventType {
    SEARCHED("identity.search", Action.EXECUTE),
    /** Alarm: an actor has begun to search faster than anybody needs to. Once, until the actor pauses. */
    SEARCH_FLOOD("identity.search.flood", Action.EXECUTE),
    PERSON_RECORDED("identity.person.recorded", Action.CREATE),
    PERSON_READ("identity.person.read", Action.READ),
    PERSONS_LISTED("identity.person.listed", Action.READ),
    PERSON_RESOLVED("identity.person.resolved", Action.EXECUTE),
    IMPORTED("identity.import", Action.CREATE),
    IMPORT_READ("identity.import.read", Action.READ);

    private final String code;
    private final Action action;

    IdentityEvent(String code, Action action) {
        this.code = code;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Action action() {
        return action;
    }
}
