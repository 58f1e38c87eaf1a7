package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** How often what was refused, by minute. One statement counts, so that replicas count together. */
@Singleton
class RefusalCounts {

    private static final String ADD = """
            insert into refusal_count as known (actor, type, operation, code, minute, refusals, summary)
            values (?, ?, ?, ?, ?, 1, ?)
            on conflict (actor, type, operation, code, minute) do update set refusals = known.refusals + 1
            returning refusals""";

    // What is being counted at this moment is left for the next time.
    private static final String TAKE = """
            delete from refusal_count where (actor, type, operation, code, minute) in (
                select actor, type, operation, code, minute from refusal_count
                 where minute < ? order by minute limit 500 for update skip locked)
            returning minute, refusals, summary""";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    RefusalCounts(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is counted together. */
    record Kind(String actor, String type, String operation, String code, Instant minute) {}

    /**
     * What was counted.
     *
     * @param summary the event that tells of it, without id, time and count
     */
    record Count(Instant minute, int refusals, ObjectNode summary) {}

    /** Counts one more, and says how many there are. */
    int add(Kind kind, ObjectNode summary) {
        try (var connection = database.getConnection();
                var add = connection.prepareStatement(ADD)) {
            add.setString(1, kind.actor());
            add.setString(2, kind.type());
            add.setString(3, kind.operation());
            add.setString(4, kind.code());
            add.setObject(5, kind.minute().atOffset(ZoneOffset.UTC));
            add.setString(6, summary.toString());
            try (var row = add.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    /** Removes some of the counts of minutes that began before the given one. */
    List<Count> takeBefore(Instant minute) {
        try (var connection = database.getConnection()) {
            return take(connection, minute);
        } catch (SQLException | JsonProcessingException unavailable) {
            throw new AuditStoreException(unavailable);
        }
    }

    private List<Count> take(Connection connection, Instant minute) throws SQLException, JsonProcessingException {
        var counts = new ArrayList<Count>();
        try (var take = connection.prepareStatement(TAKE)) {
            take.setObject(1, minute.atOffset(ZoneOffset.UTC));
            try (var rows = take.executeQuery()) {
                while (rows.next()) {
                    counts.add(count(rows));
                }
            }
        }
        return counts;
    }

    private Count count(ResultSet row) throws SQLException, JsonProcessingException {
        return new Count(row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2), (ObjectNode)
                json.readTree(row.getString(3)));
    }
}
