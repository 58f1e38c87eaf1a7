package eu.waymark.audit.event;

import eu.waymark.platform.web.Personal;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was sealed beside an event. */
@Schema(requiredProperties = {"event", "details"})
record EventDetails(
        @Schema(examples = "4ac0a3f1-66c5-4f4c-9b0e-0e6b1f0c2d11")
        UUID event,

        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "As the service that recorded it sealed them: every value a string, a list or an object of such",
                examples = "{\"terms\": {\"names\": \"Koval\", \"birth\": \"2014\"}}")
        Map<String, Object> details)
        implements Personal {

    @Override
    public String toString() {
        return Personal.REDACTED;
    }
}
