package eu.waymark.platform.persistence.audit;

import eu.waymark.platform.web.problem.Faults;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings events from the outbox to the audit log, in order. Any number of replicas may run it: an advisory lock lets
 * one at a time work. Skipping locked rows would be faster and would lose the order.
 */
@Singleton
class AuditRelay {

    private static final Logger LOG = Logger.getLogger(AuditRelay.class);
    private static final long LOCK = 0x57_41_59_41L;

    private final AgroalDataSource database;
    private final OutboxRows rows;
    private final AuditLogClient log;
    private final AuditLag lag;
    private final String source;

    AuditRelay(
            @DataSource("relay") AgroalDataSource database,
            OutboxRows rows,
            AuditLogClient log,
            AuditLag lag,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.database = database;
        this.rows = rows;
        this.log = log;
        this.lag = lag;
        this.source = source;
    }

    @Scheduled(
            every = "{waymark.relay.interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() {
        try (var connection = database.getConnection()) {
            try {
                AdvisoryLock.whileHeld(connection, LOCK, () -> drain(connection));
            } finally {
                // Measured above all when nothing could be sent: this is what stops content reads.
                lag.measured(rows.oldestUnacknowledged(connection));
            }
        } catch (SQLException | AuditLogException failed) {
            LOG.warnf("Audit events wait in the outbox: %s", Faults.describe(failed));
        }
    }

    private void drain(Connection connection) throws SQLException {
        int sent;
        do {
            rows.number(connection, source);
            sent = send(connection);
        } while (sent > 0);
    }

    private int send(Connection connection) throws SQLException {
        var batch = rows.unacknowledged(connection);
        if (batch.isEmpty()) {
            return 0;
        }
        var acknowledged = log.append(source, OutboxRows.EPOCH, batch);
        rows.acknowledge(connection, acknowledged);
        return acknowledged.size();
    }
}
