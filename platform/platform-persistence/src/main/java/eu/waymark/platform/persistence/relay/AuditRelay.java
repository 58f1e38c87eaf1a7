package eu.waymark.platform.persistence.relay;

import eu.waymark.platform.persistence.audit.AdvisoryLock;
import eu.waymark.platform.persistence.audit.AuditLag;
import eu.waymark.platform.persistence.audit.AuditLogException;
import eu.waymark.platform.persistence.witness.LogFaults;
import eu.waymark.platform.persistence.witness.Witnessing;
import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * One turn on the way between the outbox and the audit log. Any number of replicas may run it: an advisory lock lets one
 * at a time work. Skipping locked rows would be faster and would lose the order.
 */
@Singleton
class AuditRelay {

    private static final Logger LOG = Logger.getLogger(AuditRelay.class);
    /** audit_begin_epoch takes it too. */
    private static final long LOCK = 0x57_41_59_41L;

    private final AgroalDataSource database;
    private final OutboxRows rows;
    private final AuditLag lag;
    private final LogFaults faults;
    private final List<Step> steps;

    AuditRelay(
            @DataSource("relay") AgroalDataSource database,
            OutboxRows rows,
            AuditLag lag,
            LogFaults faults,
            Heartbeats heartbeats,
            Sending sending,
            Witnessing witnessing,
            Forgetting forgetting) {
        this.database = database;
        this.rows = rows;
        this.lag = lag;
        this.faults = faults;
        this.steps = List.of(heartbeats::beat, sending::send, witnessing::witness, forgetting::forget);
    }

    /** A part of the turn; true where more of it waits. */
    @FunctionalInterface
    private interface Step {
        boolean take(Connection connection) throws SQLException;
    }

    /** How a turn ended. Work that goes on counts more than a step that failed: a restoration is not to wait. */
    enum Turn {
        DONE,
        FAILED,
        MORE
    }

    Turn run() {
        var ends = EnumSet.of(Turn.DONE);
        try (var connection = database.getConnection()) {
            try {
                AdvisoryLock.whileHeld(connection, LOCK, () -> steps(connection, ends));
            } finally {
                // Measured above all when nothing could be sent: this is what stops content reads.
                lag.measured(rows.oldestUnacknowledged(connection), faults.unresolved(connection));
            }
            return Collections.max(ends);
        } catch (SQLException failed) {
            LOG.warnf("Audit events wait in the outbox: %s", Faults.describe(failed));
            return Turn.FAILED;
        }
    }

    private void steps(Connection connection, Set<Turn> ends) throws SQLException {
        for (var step : steps) {
            ends.add(attempt(step, connection));
        }
    }

    /** A log that takes no events may still be asked for its checkpoint, and the other way round. */
    private static Turn attempt(Step step, Connection connection) throws SQLException {
        try {
            return step.take(connection) ? Turn.MORE : Turn.DONE;
        } catch (AuditLogException refused) {
            LOG.warnf("Audit events wait in the outbox: %s", refused.getMessage());
        } catch (RuntimeException failed) {
            LOG.warnf("A step of the audit relay failed: %s", Faults.describe(failed));
        }
        return Turn.FAILED;
    }
}
