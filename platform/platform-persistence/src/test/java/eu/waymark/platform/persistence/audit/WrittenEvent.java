package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.platform.persistence.crypto.SealedDetailsOpener;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.StatedAccess;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** An event in the outbox of the service under test, and its details as the audit service opens them. */
record WrittenEvent(String json, JsonNode event, byte[] sealed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Actor actor(String who) {
        var caller = new Caller(
                who, "Name", "FR-69-CRIP", "FR", "child-protection", Set.of("practitioner"), Set.of(), "portal-lyon");
        return new Actor(
                caller,
                new StatedAccess(
                        "CP-ASSESS", "FR-L221", "CASE-7", UUID.randomUUID().toString()));
    }

    /** Oldest first. */
    static List<WrittenEvent> by(String who) {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement("select event, sealed from audit_outbox"
                        + " where event::json->'agent'->>'who' = ? order by order_no")) {
            select.setString(1, who);
            var events = new ArrayList<WrittenEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(new WrittenEvent(rows.getString(1), JSON.readTree(rows.getString(1)), rows.getBytes(2)));
                }
            }
            return events;
        } catch (SQLException | JsonProcessingException unreadable) {
            throw new AssertionError("The audit outbox cannot be read", unreadable);
        }
    }

    JsonNode details() {
        var key = ConfigProvider.getConfig().getValue(SealedDetailsOpener.KEY, String.class);
        var opened = SealedDetailsOpener.of(key)
                .open(
                        UUID.fromString(event.path("id").asText()),
                        event.at("/sealed/kid").asText(),
                        sealed);
        try {
            return JSON.readTree(new String(opened, StandardCharsets.UTF_8));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("Details are not JSON", unreadable);
        }
    }

    String text(String pointer) {
        return event.at(pointer).asText();
    }

    List<String> subjects() {
        var subjects = new ArrayList<String>();
        event.path("subjects").forEach(tag -> subjects.add(tag.asText()));
        return subjects;
    }
}
