package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts leaves that were brought back into the log, in the order that they had, all or none. */
@ApplicationScoped
class Restored {

    /** The source whose own outbox was lost with the log. */
    static final String OWN_SOURCE = "audit-service";

    private static final Logger LOG = Logger.getLogger(Restored.class);
    private static final int CHUNK = 2_000;

    private enum Type implements AuditEventType {
        RESTORED;

        @Override
        public String code() {
            return "audit.log.restored";
        }

        @Override
        public Action action() {
            return Action.EXECUTE;
        }
    }

    private final AuditedWork audited;
    private final DataSource database;
    private final Jdbc jdbc;
    private final Tree tree;
    private final CatchingUp catchUp;

    Restored(AuditedWork audited, DataSource database, Jdbc jdbc, Tree tree, CatchingUp catchUp) {
        this.audited = audited;
        this.database = database;
        this.jdbc = jdbc;
        this.tree = tree;
        this.catchUp = catchUp;
    }

    /** A leaf that waits for its place. */
    record Staged(long index, String source, int epoch, Leaf leaf) {

        @Nullable
        Object[] row() {
            return new @Nullable Object[] {
                index, source, epoch, leaf.seq(), leaf.hash().bytes(), leaf.body(), leaf.sealed()
            };
        }
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 409 if the tree would not be the one that was signed */
    void integrate(Checkpoint lost) {
        audited.runAsSystem(Type.RESTORED, trail -> {
            LogConnection.leadTransaction(jdbc);
            var from = tree.size();
            var edge = TileEdge.read(from, tree.tiles());
            for (var at = from; at < lost.size(); at = edge.size()) {
                integrate(edge, at, Math.min(at + CHUNK, lost.size()));
            }
            if (!tree.root(lost.size()).equals(lost.root())) {
                LOG.fatal("The leaves that were brought back are not those that the witnesses signed");
                throw AuditProblem.NOT_RESTORABLE.because("The leaves do not make up the tree that was signed.");
            }
            trail.note("from", Long.toString(from));
            trail.note("to", Long.toString(lost.size()));
            // In the same transaction: a crash in between would leave this service with numbers that the log has given
            // away.
            return jdbc.list("select begin_own_epoch(?)", _ -> true, from);
        });
        // What was erased after the backup was taken is erased again with it.
        catchUp.accept(lost.size());
        LOG.warnf("The log was restored to %d leaves, as its witnesses had signed them", lost.size());
    }

    private void integrate(TileEdge edge, long from, long to) {
        var rows = new LogRows();
        var leaves = staged(from, to);
        leaves.forEach(staged -> rows.add(staged.index(), staged.leaf()));
        edge.append(leaves.stream().map(staged -> staged.leaf().hash()).toList())
                .forEach(rows::add);
        try (var connection = database.getConnection()) {
            rows.send(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The leaves could not be restored", failed);
        }
    }

    private List<Staged> staged(long from, long to) {
        return jdbc.list(
                """
                select leaf_index, source, epoch, seq, body, ciphertext from restoration
                where leaf_index >= ? and leaf_index < ? order by leaf_index""",
                row -> new Staged(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        Leaf.readRestored(
                                row.getString(2),
                                row.getInt(3),
                                new Numbered(row.getLong(4), row.getBytes(5), row.getBytes(6)))),
                from,
                to);
    }
}
