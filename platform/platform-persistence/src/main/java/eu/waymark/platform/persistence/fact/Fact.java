package eu.waymark.platform.persistence.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened in one service and matters to others, as a CloudEvent (version 1.0, JSON).
 *
 * @param id by which a receiver knows it has seen it
 * @param source name of the service that says so
 * @param subject what it is about; facts about one subject arrive in order
 */
public record Fact(
        String specversion,
        UUID id,
        String source,
        String type,
        UUID subject,
        Instant time,
        @Schema(type = SchemaType.OBJECT) JsonNode data) {

    static final String VERSION = "1.0";

    public Fact(UUID id, String source, String type, UUID subject, Instant time, JsonNode data) {
        this(VERSION, id, source, type, subject, time, data);
    }
}
