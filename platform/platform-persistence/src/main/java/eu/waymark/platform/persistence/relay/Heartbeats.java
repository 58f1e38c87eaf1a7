package eu.waymark.platform.persistence.relay;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The source's sign of life: without it a log could not tell a source that is silent from one that has nothing to say. One
 * for all replicas, written by the database itself; the relay may add nothing else to the trail.
 */
@Singleton
class Heartbeats {

    private final Optional<Duration> every;

    Heartbeats(@ConfigProperty(name = "waymark.audit.heartbeat-every") String every) {
        this.every = Every.parse(every);
    }

    /** Writes one if it is due. */
    boolean beat(Connection connection) throws SQLException {
        if (every.isPresent()) {
            try (var write = connection.prepareStatement("select audit_heartbeat(make_interval(secs => ?))")) {
                write.setDouble(1, every.get().toMillis() / 1000.0);
                write.execute();
            }
        }
        return false;
    }
}
