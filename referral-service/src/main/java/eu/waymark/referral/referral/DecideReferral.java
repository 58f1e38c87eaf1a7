package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The recipient's answer to a referral.", examples = """
        {"decision": "reject", "code": "no-capacity", "reason": "No place before March; please ask the northern team."}""")
record DecideReferral(
        @NotNull Choice decision,

        @Schema(description = "Why it is rejected; 'other' where none is given.") @Nullable
        RejectionReason code,

        @Schema(description = "Why. Kept encrypted.", examples = "No place before March; please ask the northern team.")
        @Size(min = 1, max = 4000)
        @Nullable
        String reason)
        implements Personal {

    @Schema(name = "ReferralChoice")
    enum Choice {
        @JsonProperty("accept")
        ACCEPT(Move.ACCEPT),
        @JsonProperty("reject")
        REJECT(Move.REJECT);

        final Move move;

        Choice(Move move) {
            this.move = move;
        }
    }

    /** Null for an acceptance, which needs none. */
    @Nullable
    String decisionCode() {
        if (decision == Choice.ACCEPT) {
            return null;
        }
        return (code == null ? RejectionReason.OTHER : code).code;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
