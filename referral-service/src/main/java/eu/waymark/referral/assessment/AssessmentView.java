package eu.waymark.referral.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Assessment",
        description = "An assessment as one of the agencies in it sees it.",
        requiredProperties = {
            "id",
            "leadAgency",
            "country",
            "status",
            "edition",
            "editions",
            "reason",
            "openedAt",
            "sections",
            "version"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentView(
        @Schema(examples = Examples.ID) UUID id,

        @Schema(description = "Shown to the agency that leads only.", examples = Examples.PERSON) @Nullable
        UUID personRecordId,

        @Schema(examples = Examples.LEAD) String leadAgency,
        @Schema(examples = "GB") String country,
        AssessmentStatus status,

        @Schema(description = "The edition shown. Those before stay readable.", examples = "1")
        int edition,

        @Schema(description = "How many there are.") int editions,
        @Schema(examples = Examples.REASON) String reason,
        @Schema(examples = Examples.AT) Instant openedAt,

        @Schema(description = "By the law of the country; absent where none is known.", examples = Examples.DUE)
        @Nullable
        Instant dueAt,

        @Schema(description = "The rule that gave the date.", examples = "EN-ASM/1") @Nullable
        String dueRule,

        @Nullable Instant approvedAt,
        @Nullable Instant closedAt,
        List<SectionView> sections,

        @Schema(description = "The version that 'ETag' shows and 'If-Match' asks for.")
        int version)
        implements Personal, Versioned {

    @Override
    public String toString() {
        return REDACTED;
    }
}
