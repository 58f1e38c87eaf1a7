package eu.waymark.platform.persistence.relay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Events that stand in the place of one that the log will never take there, so that the source goes on. They say which
 * kind of event it was and give the hash of its JSON, which stays in the outbox.
 */
enum StandIn {
    /** The log cannot read the event: a defect of this service. */
    UNREADABLE("audit.event.unreadable", "8") {
        @Override
        UUID id(UUID original, int epoch) {
            return original;
        }
    },

    /** The log has the event already, from an epoch that ended before this service learned of it. */
    REPEATED("audit.event.repeated", "0") {
        @Override
        UUID id(UUID original, int epoch) {
            return UUID.nameUUIDFromBytes((original + "/" + epoch).getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern CODE = Pattern.compile("[a-z0-9.-]{1,100}");
    private static final String UNKNOWN = "unknown";

    private final String type;
    private final String outcome;

    StandIn(String type, String outcome) {
        this.type = type;
        this.outcome = outcome;
    }

    /** The id of the event that stands in; no two events of the log have the same. */
    abstract UUID id(UUID original, int epoch);

    ObjectNode of(OutboxEvent original, CanonicalEvents canonical, int epoch) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("v", "waymark-audit/1");
        event.put("id", id(original.id(), epoch).toString());
        event.put("recorded", MICROSECONDS.format(original.writtenAt()));
        event.put("type", type);
        event.put("action", "E");
        event.put("outcome", outcome);
        event.put("purpose", "SYSTEM");
        event.putObject("notes")
                .put("event", original.id().toString())
                .put("type", typeOf(original, canonical))
                .put("sha256", hash(original.event()));
        return event;
    }

    /** What is not a code may be anything, and is not repeated. */
    private static String typeOf(OutboxEvent original, CanonicalEvents canonical) {
        return canonical
                .read(original.event())
                .map(event -> event.path("type").asText(UNKNOWN))
                .filter(code -> CODE.matcher(code).matches())
                .orElse(UNKNOWN);
    }

    private static String hash(String event) {
        return Base64.getEncoder().encodeToString(CanonicalEvents.sha256(event.getBytes(StandardCharsets.UTF_8)));
    }

    /** An event as the service wrote it. */
    record OutboxEvent(UUID id, String event, Instant writtenAt) {}
}
