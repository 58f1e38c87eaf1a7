package eu.waymark.audit.event;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

/** The looks at the audit trail, which are events themselves. */
enum LookEvent implements AuditEventType {
    EVENTS_LISTED("audit.events.listed"),
    EVENT_READ("audit.event.read"),
    EVENT_PROVED("audit.event.proved"),
    DETAILS_OPENED("audit.details.opened");

    private final String code;

    LookEvent(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Action action() {
        return Action.READ;
    }
}
