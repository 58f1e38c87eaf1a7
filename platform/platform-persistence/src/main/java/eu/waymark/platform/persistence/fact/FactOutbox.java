package eu.waymark.platform.persistence.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
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
        emitAll(type, Map.of(subject, payload));
    }

    /** Tells of many subjects at once, in one round trip. */
    public void emitAll(String type, Map<UUID, ?> payloads) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var one : payloads.entrySet()) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, type);
                insert.setObject(3, one.getKey());
                insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(5, json.writeValueAsString(one.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException failed) {
            throw new FactException("A fact could not be written", failed);
        }
    }
}
