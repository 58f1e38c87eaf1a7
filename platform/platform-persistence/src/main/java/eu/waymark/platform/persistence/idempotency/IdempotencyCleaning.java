package eu.waymark.platform.persistence.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Forgets idempotency keys after a day: no client retries longer. */
@Singleton
class IdempotencyCleaning {

    private final AgroalDataSource database;

    IdempotencyCleaning(AgroalDataSource database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "10m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void clean() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(
                        "delete from idempotency_key where created_at < now() - interval '24 hours'")) {
            delete.executeUpdate();
        }
    }
}
