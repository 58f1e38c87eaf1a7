package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an agency does not take a referral: coded, so that it can be counted and answered. */
@Schema(name = "ReferralRejectionReason")
enum RejectionReason {
    @JsonProperty("not-our-area")
    NOT_OUR_AREA("not-our-area"),
    @JsonProperty("not-our-task")
    NOT_OUR_TASK("not-our-task"),
    @JsonProperty("already-in-hand")
    ALREADY_IN_HAND("already-in-hand"),
    @JsonProperty("no-capacity")
    NO_CAPACITY("no-capacity"),
    @JsonProperty("child-not-here")
    CHILD_NOT_HERE("child-not-here"),
    @JsonProperty("conflict-of-interest")
    CONFLICT_OF_INTEREST("conflict-of-interest"),
    @JsonProperty("other")
    OTHER("other");

    final String code;

    RejectionReason(String code) {
        this.code = code;
    }
}
