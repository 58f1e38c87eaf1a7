package eu.waymark.identity.privatequery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Deletes what is kept of questions, once nothing is compared or counted with it any more. */
@Singleton
class ForgettingQuestions {

    /** The longest period of a quota. */
    private static final int COUNTED_DAYS = 1;

    private final AgroalDataSource database;
    private final Clock clock;

    ForgettingQuestions(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "5m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void run() throws SQLException {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        delete("delete from recent_question where expires_at <= ?", now);
        delete("delete from private_query_count where since <= ?", now.minusDays(COUNTED_DAYS));
    }

    private void delete(String sql, OffsetDateTime until) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(sql)) {
            delete.setObject(1, until);
            delete.executeUpdate();
        }
    }
}
