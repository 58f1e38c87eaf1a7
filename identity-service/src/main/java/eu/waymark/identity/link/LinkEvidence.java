package eu.waymark.identity.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.platform.web.Personal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision about two records was made, as it was kept then: what the person saw, and what they wrote.
 *
 * @param note in their own words, for their agencies
 * @param probability that both are one child, for an agency that holds both records
 * @param reasons what spoke for and against it, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LinkEvidence", description = "What whoever decided saw, and what they wrote.")
record LinkEvidence(
        UUID linkId,
        String modelVersion,
        @Nullable String note,
        @Nullable Double probability,
        @Nullable List<Reason> reasons)
        implements Personal {

    static final String EXAMPLE = """
            {"linkId":"c9b0b6e2-6a37-4f0f-9a55-0e5c7f1f6f01","modelVersion":"1","note":"Her aunt told us.","probability":0.97,\
            "reasons":[{"field":"given-name","left":"Anna","right":"Hanna","bits":11.2,\
            "text":"The given names are forms of one name."}]}""";

    /** One reason, with what both records said then. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LinkReason")
    record Reason(
            String field, @Nullable String left, @Nullable String right, double bits, String text) implements Personal {

        static Reason of(JsonNode kept) {
            return new Reason(
                    kept.path("field")
                            .asText()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', '-'),
                    kept.path("left").textValue(),
                    kept.path("right").textValue(),
                    kept.path("bits").asDouble(),
                    kept.path("sentence").asText());
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
