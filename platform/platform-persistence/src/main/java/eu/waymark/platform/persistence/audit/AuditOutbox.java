package eu.waymark.platform.persistence.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Where events are written, in the transaction that they tell of. */
@Singleton
class AuditOutbox {

    private final AgroalDataSource database;
    private final Clock clock;

    AuditOutbox(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Lets the running transaction touch child data; its commit then demands an event. */
    void openPermit() {
        try (var connection = database.getConnection();
                var open = connection.prepareStatement("select audit_open_permit()")) {
            open.execute();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /** Writes the event of the running transaction, as its last act. */
    void write(AuditEventType type, Actor actor, Trail trail, Outcome outcome) {
        var id = UUID.randomUUID();
        var event = EventBody.of(id, clock.instant(), type, actor, trail, outcome);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into audit_outbox (id, event) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, event.toString());
            insert.executeUpdate();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }
}
