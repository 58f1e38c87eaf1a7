package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Referral",
        description = "A referral as one of its two agencies sees it.",
        requiredProperties = {
            "id",
            "fromAgency",
            "fromCountry",
            "toAgency",
            "kind",
            "urgency",
            "status",
            "reason",
            "sentAt",
            "dueAt",
            "version"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralView(
        @Schema(examples = Examples.ID) UUID id,

        @Schema(description = "Shown to the sending agency only.", examples = Examples.PERSON) @Nullable
        UUID personRecordId,

        @Schema(examples = Examples.SENDER) String fromAgency,

        @Schema(description = "Country of the sending agency.", examples = "GB")
        String fromCountry,

        @Schema(examples = Examples.RECIPIENT) String toAgency,
        Kind kind,
        Urgency urgency,
        ReferralStatus status,

        @Schema(examples = Examples.REASON) String reason,
        @Nullable String decisionReason,
        @Schema(examples = Examples.SENT_AT) Instant sentAt,

        @Schema(description = "When the decision falls due in the recipient's country.", examples = Examples.DUE_AT)
        Instant dueAt,

        @Schema(description = "When it was accepted, rejected or revoked.") @Nullable
        Instant decidedAt,

        @Schema(description = "The version that 'ETag' shows and 'If-Match' asks for.")
        int version)
        implements Personal, Versioned {

    @Override
    public String toString() {
        return REDACTED;
    }
}
