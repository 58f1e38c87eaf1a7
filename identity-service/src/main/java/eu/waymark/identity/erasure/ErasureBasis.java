package eu.waymark.identity.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rule that an erasure follows: article 17(1) of the GDPR and of the UK GDPR, or a court. */
@Schema(name = "ErasureBasis")
enum ErasureBasis {
    @JsonProperty("gdpr-17-1-a")
    NO_LONGER_NECESSARY,
    @JsonProperty("gdpr-17-1-c")
    OBJECTION,
    @JsonProperty("gdpr-17-1-d")
    UNLAWFUL_PROCESSING,
    @JsonProperty("gdpr-17-1-e")
    LEGAL_OBLIGATION,
    @JsonProperty("court-order")
    COURT_ORDER
}
