package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Fills the tables that are searched from the leaves themselves, where whoever wrote these could not: a crash, a backup that
 * was restored. It reads events, so each part is put on record.
 */
@ApplicationScoped
class CatchingUp implements LongConsumer {

    /** A part is a transaction, which must end within a minute. */
    private static final long PART = 20_000;

    private static final long CHUNK = 2_000;

    private enum Type implements AuditEventType {
        CAUGHT_UP;

        @Override
        public String code() {
            return "audit.read-model.caught-up";
        }

        @Override
        public Action action() {
            return Action.EXECUTE;
        }
    }

    private final AuditedWork audited;
    private final DataSource database;
    private final Jdbc jdbc;
    private final LeafIndexing indexing;
    private final Alarms alarms;

    CatchingUp(AuditedWork audited, DataSource database, Jdbc jdbc, LeafIndexing indexing, Alarms alarms) {
        this.audited = audited;
        this.database = database;
        this.jdbc = jdbc;
        this.indexing = indexing;
        this.alarms = alarms;
    }

    /** Returns when all leaves below this size can be found. */
    @Override
    public void accept(long size) {
        while (ReadModelConnection.reached(jdbc, size) < size) {
            part(size);
        }
    }

    private void part(long size) {
        audited.runAsSystem(Type.CAUGHT_UP, trail -> {
            ReadModelConnection.leadTransaction(jdbc);
            var from = ReadModelConnection.reached(jdbc, size);
            var to = Math.min(from + PART, size);
            for (var at = from; at < to; at += CHUNK) {
                write(at, Math.min(at + CHUNK, to));
            }
            trail.note("from", Long.toString(from));
            trail.note("to", Long.toString(to));
            return true;
        });
    }

    private void write(long from, long to) {
        var rows = new ReadModelRows();
        var details = details(from, to);
        leaves(from, to).forEach(stored -> add(rows, stored, details));
        try (var connection = database.getConnection()) {
            ReadModelConnection.write(connection, rows);
        } catch (SQLException failed) {
            throw new IllegalStateException("The read model could not be filled", failed);
        }
    }

    /** A leaf that is no event any more must not keep those after it from being found. */
    private void add(ReadModelRows rows, Stored stored, Map<Long, byte[]> details) {
        try {
            var numbered = new Numbered(stored.seq, stored.body, details.get(stored.index));
            rows.add(stored.index, indexing.indexed(Leaf.readRestored(stored.source, stored.epoch, numbered)));
        } catch (ProblemException altered) {
            alarms.raise(Map.of("alarm", "log-altered", "table", "leaf", "place", Long.toString(stored.index)));
        }
    }

    private record Stored(long index, String source, int epoch, long seq, byte[] body) {}

    private List<Stored> leaves(long from, long to) {
        return jdbc.list(
                "select leaf_index, source, epoch, seq, body from leaf where leaf_index >= ? and leaf_index < ?"
                        + " order by leaf_index",
                row -> new Stored(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4), row.getBytes(5)),
                from,
                to);
    }

    private Map<Long, byte[]> details(long from, long to) {
        var details = new HashMap<Long, byte[]>();
        jdbc.list(
                "select leaf_index, ciphertext from sealed_detail where leaf_index >= ? and leaf_index < ?",
                row -> details.put(row.getLong(1), row.getBytes(2)),
                from,
                to);
        return details;
    }
}
