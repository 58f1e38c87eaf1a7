package eu.waymark.platform.persistence.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where facts are written, in the transaction that makes them true. */
@Singleton
public class FactOutbox {

    private static final String INSERT =
            "insert into fact_outbox (id, type, subject, time, data) values (?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    FactOutbox(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells the subscribers, if and when the running transaction commits.
     *
     * @param payload at most 32 KiB as JSON
     */
    public void emit(String type, UUID subject, Object payload) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, type);
            insert.setObject(3, subject);
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(5, json.writeValueAsString(payload));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException failed) {
            throw new FactException("A fact could not be written", failed);
        }
    }
}
