package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From which side the caller's agency sees a referral. */
@Schema(name = "ReferralDirection")
enum Direction {
    @JsonProperty("incoming")
    INCOMING("parties.toAgency = :agency"),
    @JsonProperty("outgoing")
    OUTGOING("parties.fromAgency = :agency");

    static final String EITHER = "(parties.toAgency = :agency or parties.fromAgency = :agency)";

    final String condition;

    Direction(String condition) {
        this.condition = condition;
    }
}
