package eu.waymark.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.persistence.crypto.SealedDetailsOpener;
import eu.waymark.platform.testing.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service has written for the audit log, oldest first. */
public final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    public static JsonNode last() {
        return all().getLast();
    }

    public static List<JsonNode> all() {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select event from audit_outbox order by order_no")) {
            var events = new ArrayList<JsonNode>();
            while (rows.next()) {
                events.add(JSON.readTree(rows.getString(1)));
            }
            return events;
        } catch (SQLException | JsonProcessingException unreadable) {
            throw new AssertionError("The audit outbox cannot be read", unreadable);
        }
    }

    /** The details of an event, as the audit service opens them. */
    public static JsonNode details(JsonNode event) {
        var id = UUID.fromString(event.path("id").asText());
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement("select sealed from audit_outbox where id = ?")) {
            select.setObject(1, id);
            var rows = select.executeQuery();
            rows.next();
            var opener =
                    SealedDetailsOpener.of(ConfigProvider.getConfig().getValue(SealedDetailsOpener.KEY, String.class));
            return JSON.readTree(opener.open(id, event.at("/sealed/kid").asText(), rows.getBytes(1)));
        } catch (SQLException | IOException unreadable) {
            throw new AssertionError("The details cannot be read", unreadable);
        }
    }

    /** Events of a type that name the given actor. */
    public static List<JsonNode> by(String actor, String type) {
        return all().stream()
                .filter(event -> event.at("/agent/who").asText().equals(actor))
                .filter(event -> event.path("type").asText().equals(type))
                .toList();
    }
}
