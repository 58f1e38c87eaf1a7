package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Referral",
        description = """
                A referral as one of its two agencies sees it. Until the recipient has accepted, it sees a preview: who asks for
                what and which sections it will read, and nothing about the child. A rejection or revocation leaves no more.""",
        requiredProperties = {"id", "fromAgency", "fromCountry", "status", "sharedSections", "steps", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralView(
        @Schema(examples = Examples.ID) UUID id,

        @Schema(description = "Shown to the sending agency only.", examples = Examples.PERSON) @Nullable
        UUID personRecordId,

        @Schema(examples = Examples.SENDER) String fromAgency,

        @Schema(description = "Country of the sending agency.", examples = "GB")
        String fromCountry,

        @Schema(description = "Who has it now; absent from a draft that names nobody.", examples = Examples.RECIPIENT)
        @Nullable
        String toAgency,

        @Nullable Kind kind,
        @Nullable Urgency urgency,
        @Nullable Level level,
        ReferralStatus status,

        @Schema(description = "What is asked and why.", examples = Examples.REASON) @Nullable
        String reason,

        @Schema(description = "Which sections the recipient reads, once it has accepted.")
        List<Section> sharedSections,

        @Schema(description = "All sections to the sender; the shared ones to a recipient that has accepted.") @Nullable
        List<SectionText> sections,

        @Schema(description = "Of a draft: what is still needed before it can be sent.", examples = "urgency") @Nullable
        List<String> missing,

        @Schema(description = "Why it was rejected.", examples = "no-capacity") @Nullable
        String decisionCode,

        @Nullable String decisionReason,
        @Schema(examples = Examples.SENT_AT) @Nullable Instant sentAt,

        @Schema(description = "When the decision falls due in the recipient's country.", examples = Examples.DUE_AT)
        @Nullable
        Instant dueAt,

        @Schema(description = "Since when the clock stands, because the sender was asked for more.") @Nullable
        Instant pausedAt,

        @Schema(description = "When a worker of the recipient took it; who, is among the steps.") @Nullable
        Instant receivedAt,

        @Schema(description = "When it was accepted, rejected or revoked.") @Nullable
        Instant decidedAt,

        @Schema(description = "Who did what, and when.") List<StepView> steps,

        @Schema(description = "The version that 'ETag' shows and 'If-Match' asks for.")
        int version)
        implements Personal, Versioned {

    boolean tells(SectionText section) {
        return sections != null && sections.contains(section);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
