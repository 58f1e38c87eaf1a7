package eu.waymark.audit.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What leaves say in columns, to be searched. */
final class ReadModelRows {

    private final BinaryCopy events = new BinaryCopy(
            "guarded.access_event",
            "leaf_index, event_id, recorded, returned, source, type, action, outcome, outcome_code, actor, agency, country,"
                    + " client, purpose, legal_basis, case_ref, request_id, resource");
    private final BinaryCopy subjects =
            new BinaryCopy("guarded.event_subject", "leaf_index, recorded, subject, agency");
    private final BinaryCopy keys = new BinaryCopy("guarded.sealed_index", "leaf_index, kind, key, recorded");
    private final List<Long> erasures = new ArrayList<>();
    private long first = Long.MAX_VALUE;
    private long last = -1;
    private boolean details;

    void add(long index, Leaf leaf) {
        for (var row : leaf.rows().readModel()) {
            table(row.table()).row(index, row.columns());
        }
        first = Math.min(first, index);
        last = Math.max(last, index);
        details |= leaf.sealed() != null;
        if (leaf.event().isErasure()) {
            erasures.add(index);
        }
    }

    /** Whether anything is kept beside these, which an erasure before them would take. */
    boolean haveDetails() {
        return details;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** Their columns are in the order in which {@link LeafRows} encodes them. */
    private BinaryCopy table(LeafRows.Table table) {
        return switch (table) {
            case EVENT -> events;
            case SUBJECT -> subjects;
            case KEY -> keys;
        };
    }

    /** Those that erase children: what is kept beside earlier events about these has to go. */
    List<Long> erasures() {
        return erasures;
    }

    void send(Connection connection) throws SQLException {
        events.send(connection);
        subjects.send(connection);
        keys.send(connection);
    }
}
