package eu.waymark.identity.age;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an age was assessed, the least intrusive first. */
@Schema(name = "AgeMethod")
enum AgeMethod {
    @JsonProperty("none")
    NONE,
    @JsonProperty("documents")
    DOCUMENTS,
    /** By social workers, of the whole person. */
    @JsonProperty("holistic")
    HOLISTIC,
    @JsonProperty("psychological")
    PSYCHOLOGICAL,
    @JsonProperty("medical-non-radiological")
    MEDICAL_NON_RADIOLOGICAL,
    @JsonProperty("medical-radiological")
    MEDICAL_RADIOLOGICAL
}
