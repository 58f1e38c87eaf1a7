package eu.waymark.platform.persistence.relay;

import eu.waymark.platform.persistence.audit.AuditLogClient;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets go of events that a verified checkpoint covers and that are older than the time kept, which is longer than the
 * backup interval of the audit database: until then the log can be rebuilt from here.
 */
@Singleton
class Forgetting {

    private static final int MOST = 2_000;

    private final OutboxRows rows;
    private final AuditLogClient log;
    private final Duration retain;

    Forgetting(OutboxRows rows, AuditLogClient log, @ConfigProperty(name = "waymark.audit.retain") Duration retain) {
        this.rows = rows;
        this.log = log;
        this.retain = retain;
    }

    /** @return whether there may be more to forget */
    boolean forget(Connection connection) throws SQLException {
        if (log.holdsTheLog()) {
            rows.coverAcknowledged(connection);
        }
        try (var delete = connection.prepareStatement("select audit_forget(make_interval(secs => ?), ?)")) {
            delete.setDouble(1, retain.toSeconds());
            delete.setInt(2, MOST);
            try (var gone = delete.executeQuery()) {
                return gone.next() && gone.getLong(1) >= MOST;
            }
        }
    }
}
