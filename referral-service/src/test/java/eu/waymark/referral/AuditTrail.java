package eu.waymark.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.testing.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The audit events and facts that this service has written and not yet delivered. */
public final class AuditTrail {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditTrail() {}

    /** The last event of a request. */
    public static JsonNode of(String requestId) {
        return eventsOf(requestId).getLast();
    }

    public static List<JsonNode> eventsOf(String requestId) {
        return read("select event from audit_outbox where event::jsonb ->> 'request' = ? order by order_no", requestId);
    }

    /** The payloads of the facts of one type about one subject. */
    public static List<JsonNode> facts(String type, UUID subject) {
        return read(
                "select data from fact_outbox where type || '/' || subject = ? order by order_no",
                type + "/" + subject);
    }

    private static List<JsonNode> read(String sql, String argument) {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(sql)) {
            select.setString(1, argument);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<JsonNode>();
                while (rows.next()) {
                    found.add(JSON.readTree(rows.getString(1)));
                }
                return found;
            }
        } catch (SQLException | JsonProcessingException unreadable) {
            throw new AssertionError("The outbox cannot be read", unreadable);
        }
    }
}
