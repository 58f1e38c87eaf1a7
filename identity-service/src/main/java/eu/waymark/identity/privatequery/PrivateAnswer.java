package eu.waymark.identity.privatequery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that an asker learns. Each answer has as many bytes as any other.
 *
 * @param contact whom to call; none where nobody is known
 * @param coveredCountries where a child would have been found
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "All answers have the same length.")
record PrivateAnswer(
        Kind answer,
        @Nullable Contact contact,
        List<String> coveredCountries,
        String notice,

        @Schema(description = "Random, to fill the answer up. Ignore it.")
        String padding) {

    static final String EXAMPLE = """
            {"answer":"HIT","contact":{"country":"FR","name":"Permanence nationale française",\
            "telephone":"+33 1 99 00 10 00","email":"permanence@fr-ca.example"},"coveredCountries":["DE","FR","GB"],\
            "notice":"A hit says that somebody like this child is on record, not that it is the same child. No hit is no proof of\
             safety.","padding":"Yb1c0w"}""";

    /** Never who, how many or how alike. */
    enum Kind {
        @JsonProperty("HIT")
        HIT,
        @JsonProperty("ASK-CONTACT")
        ASK_CONTACT,
        @JsonProperty("NO-HIT")
        NO_HIT
    }
}
