package eu.waymark.referral.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "AssessmentSection",
        description = "An agency's section: its own always, another's once it is signed.",
        requiredProperties = {"agency", "edition", "status", "thirdPartyWithheld", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record SectionView(
        @Schema(examples = Examples.POLICE) String agency,
        int edition,
        Status status,

        @Schema(description = "Absent until it is written, and for other agencies until it is signed.") @Nullable
        SectionContent content,

        @Schema(description = "Whether something that third parties told is kept from you.")
        boolean thirdPartyWithheld,

        @Nullable Instant writtenAt,
        @Nullable Instant signedAt,

        @Schema(description = "Where the agency does not agree with the others.") @Nullable
        String dissent,

        @Schema(description = "Why the assessment was closed without it.") @Nullable
        String lateReason,

        @Schema(description = "The version that 'ETag' shows and 'If-Match' asks for: that of the text.")
        int version)
        implements Personal, Versioned {

    /** How far it is. */
    @Schema(name = "AssessmentSectionStatus")
    enum Status {
        @JsonProperty("asked")
        ASKED,
        @JsonProperty("written")
        WRITTEN,
        @JsonProperty("signed")
        SIGNED,
        @JsonProperty("late")
        LATE;

        static Status of(Section section) {
            if (section.isSigned()) {
                return SIGNED;
            }
            if (section.lateReason() != null) {
                return LATE;
            }
            return section.written() > 0 ? WRITTEN : ASKED;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
