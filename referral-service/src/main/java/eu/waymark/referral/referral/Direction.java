package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From which side the caller's agency sees a referral. A draft is seen by the agency that writes it. */
@Schema(name = "ReferralDirection")
enum Direction {
    @JsonProperty("incoming")
    INCOMING("parties.toAgency = :agency and sending.sentAt is not null"),
    @JsonProperty("outgoing")
    OUTGOING("parties.fromAgency = :agency");

    static final String EITHER = "(%s or %s)".formatted(INCOMING.condition, OUTGOING.condition);

    final String condition;

    Direction(String condition) {
        this.condition = condition;
    }
}
