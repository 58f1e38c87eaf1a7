package eu.waymark.platform.persistence.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds an audit event: JSON in which every scalar is a string, so that RFC 8785 leaves nothing to interpret.
 * The relay adds where it stands in its source.
 */
final class EventBody {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private EventBody() {}

    /** What was done, by whom and how it ended. */
    static ObjectNode of(AuditEventType type, Actor actor, Outcome outcome) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("v", "waymark-audit/1");
        event.put("type", type.code());
        event.put("action", type.action().code());
        event.put("outcome", outcome.code());
        put(event, "outcomeCode", outcome.problem());
        event.set("agent", agent(actor));
        put(event, "purpose", actor.access().purpose());
        return event;
    }

    /** One part of what a trail tells. */
    static ObjectNode of(AuditEventType type, Actor actor, Outcome outcome, Trail trail, Part part) {
        var event = of(type, actor, outcome);
        put(event, "legalBasis", actor.access().legalBasis());
        put(event, "case", actor.access().caseReference());
        put(event, "request", actor.access().requestId());
        put(event, "resource", trail.resource());
        var returned = trail.returned();
        if (returned != null && part.isFirst()) {
            event.put("returned", returned.toString());
        }
        if (!part.subjects().isEmpty()) {
            var subjects = event.putArray("subjects");
            part.subjects().forEach(subjects::add);
        }
        trail.notes().forEach((key, value) -> note(event, key, value));
        return event;
    }

    static void identify(ObjectNode event, UUID id, Instant recorded) {
        event.put("id", id.toString());
        event.put("recorded", MICROSECONDS.format(recorded));
    }

    static void note(ObjectNode event, String key, String value) {
        event.withObjectProperty("notes").put(key, value);
    }

    private static ObjectNode agent(Actor actor) {
        var caller = actor.caller();
        var agent = JsonNodeFactory.instance.objectNode();
        agent.put("who", caller.subject());
        put(agent, "agency", blankToNull(caller.agency()));
        put(agent, "country", blankToNull(caller.country()));
        put(agent, "agencyType", blankToNull(caller.agencyType()));
        put(agent, "client", blankToNull(caller.client()));
        var roles = agent.putArray("roles");
        caller.roles().stream().sorted().forEach(roles::add);
        return agent;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
