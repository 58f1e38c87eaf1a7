package eu.waymark.identity.restriction;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record is restricted: article 18(1) of the GDPR and of the UK GDPR, or a court. */
@Schema(name = "RestrictionBasis")
public enum RestrictionBasis {
    @JsonProperty("gdpr-18-1-a")
    ACCURACY_CONTESTED,
    @JsonProperty("gdpr-18-1-b")
    UNLAWFUL_BUT_NOT_ERASED,
    @JsonProperty("gdpr-18-1-c")
    NEEDED_FOR_LEGAL_CLAIM,
    @JsonProperty("gdpr-18-1-d")
    OBJECTION_PENDING,
    @JsonProperty("court-order")
    COURT_ORDER
}
