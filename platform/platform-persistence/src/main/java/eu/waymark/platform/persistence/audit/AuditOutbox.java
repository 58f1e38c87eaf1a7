package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.persistence.audit.EventDrafts.Draft;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Where events are written, in the transaction that they tell of. */
@Singleton
class AuditOutbox {

    private static final String INSERT = "insert into audit_outbox (id, event, sealed) values (?, ?, ?)";

    private static final String OPEN = "select audit_open_permit(),"
            + " set_config('waymark.subject', ?, true), set_config('waymark.agency', ?, true)";

    private final AgroalDataSource database;
    private final EventDrafts drafts;

    AuditOutbox(AgroalDataSource database, EventDrafts drafts) {
        this.database = database;
        this.drafts = drafts;
    }

    /**
     * Lets the running transaction touch child data; its commit then demands an event. The database learns who asks, for
     * rows that only named people may see.
     */
    void openPermit(Actor actor) {
        try (var connection = database.getConnection();
                var open = connection.prepareStatement(OPEN)) {
            open.setString(1, actor.caller().subject());
            open.setString(2, actor.caller().agency());
            open.execute();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /** Writes the event of the running transaction, or its several parts, as its last act. */
    void write(AuditEventType type, Actor actor, Trail trail, Outcome outcome) {
        insert(drafts.of(type, actor, trail, outcome));
    }

    /** Writes an event that names no child. */
    void write(ObjectNode event) {
        insert(List.of(drafts.of(event)));
    }

    private void insert(List<Draft> events) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var event : events) {
                insert.setObject(1, event.id());
                insert.setString(2, event.event().toString());
                insert.setBytes(3, event.sealed());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }
}
