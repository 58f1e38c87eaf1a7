package eu.waymark.audit.log;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the log stands after a commit: all that the next group builds on. Kept in memory while this replica is the one
 * that writes, read again when another one has written.
 */
record LogPosition(TileEdge edge, Map<String, SourceState> sources) {

    /** A copy that a group may change, and that is dropped when its commit fails. */
    LogPosition draft() {
        return new LogPosition(edge.copy(), new HashMap<>(sources));
    }

    long size() {
        return edge.size();
    }
}
