package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From which side the caller's agency sees a request. */
@Schema(name = "InformationRequestDirection")
enum RequestDirection {
    @JsonProperty("incoming")
    INCOMING("toAgency = :agency"),
    @JsonProperty("outgoing")
    OUTGOING("fromAgency = :agency"),
    @JsonProperty("escalated")
    ESCALATED("escalatedTo = :agency");

    static final String ANY = "(toAgency = :agency or fromAgency = :agency or escalatedTo = :agency)";

    final String condition;

    RequestDirection(String condition) {
        this.condition = condition;
    }
}
