package eu.waymark.audit.tile;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

/** Looks at the entries of the log, which are events themselves. */
enum TileEvent implements AuditEventType {
    ENTRIES_READ("audit.entries.read");

    private final String code;

    TileEvent(String code) {
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
