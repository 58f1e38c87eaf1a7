package eu.waymark.platform.persistence.note;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

enum NoteEvent implements AuditEventType {
    WRITTEN("note.written", Action.CREATE),
    READ("note.read", Action.READ),
    CHANGED("note.changed", Action.UPDATE);

    private final String code;
    private final Action action;

    NoteEvent(String code, Action action) {
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
