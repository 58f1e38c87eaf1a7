package eu.waymark.platform.persistence.witness;

import eu.waymark.platform.persistence.audit.AuditLogException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Gives back to a log that was rolled back what this service holds of it. Leaves are found by their index, so that the log
 * becomes what it was, and every index stays true. Used by one thread.
 */
@Singleton
class Restoration {

    private static final Logger LOG = Logger.getLogger(Restoration.class);
    private static final int BATCH = 500;
    private static final int BATCHES_PER_TURN = 20;
    private static final long NONE = -1;

    private final HeldLeaves leaves;
    private final LogExchange log;
    private final LogFaults faults;
    private long begun = NONE;
    private long next;
    private boolean refused;

    Restoration(HeldLeaves leaves, LogExchange log, LogFaults faults) {
        this.leaves = leaves;
        this.log = log;
        this.faults = faults;
    }

    /**
     * Sends what is held from this index on; when all was sent, only what the log still misses.
     *
     * @return whether there is more to send
     * @throws AuditLogException when the log is away, or holds another leaf in a place
     */
    boolean restore(Connection connection, long from) throws SQLException {
        if (from != begun) {
            LOG.warnf("The audit log was rolled back; it is given back what is held here from leaf %d on", from);
            begun = from;
            next = from;
        }
        for (var batches = 0; batches < BATCHES_PER_TURN; batches++) {
            if (!send(connection)) {
                return false;
            }
        }
        return true;
    }

    private boolean send(Connection connection) throws SQLException {
        var held = leaves.from(connection, next, BATCH);
        var isAllSent = held.isEmpty();
        // The log is asked with a leaf that it has already what it misses now.
        var sent = isAllSent ? leaves.from(connection, begun, 1) : held;
        if (sent.isEmpty()) {
            return false;
        }
        var progress = log.restore(sent);
        if (progress.conflict()) {
            // The first time it may just have become whole by what another source sent.
            if (refused) {
                faults.raise(LogFault.RESTORATION_CONFLICT);
            }
            refused = true;
            throw new AuditLogException("The audit log refuses leaves for its restoration");
        }
        refused = false;
        if (progress.restored()) {
            begun = NONE;
            return false;
        }
        var wanted = progress.wanted().orElse(NONE);
        if (isAllSent && !holds(connection, wanted)) {
            return false;
        }
        next = isAllSent ? wanted : Math.max(sent.getLast().leafIndex() + 1, wanted);
        return true;
    }

    private boolean holds(Connection connection, long index) throws SQLException {
        var held = leaves.from(connection, index, 1);
        return index != NONE && !held.isEmpty() && held.getFirst().leafIndex() == index;
    }
}
