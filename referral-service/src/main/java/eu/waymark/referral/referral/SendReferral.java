package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A piece of work to hand to another agency.", examples = """
        {"personRecordId": "0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90", "toAgency": "FR-69-CRIP", "kind": "assessment",
         "urgency": "urgent", "level": "protection",
         "reason": "Moved to Lyon with her mother; please assess at the new home.",
         "sections": [{"section": "health", "text": "Asthma; has an inhaler.", "shared": true}]}""")
record SendReferral(
        @Schema(description = "A person record of the sender's own agency.", examples = Examples.PERSON) @NotNull
        UUID personRecordId,

        @Schema(description = "Code of the receiving agency in the directory.", examples = Examples.RECIPIENT)
        @NotNull
        @Pattern(regexp = AGENCY, message = AGENCY_MESSAGE)
        String toAgency,

        @NotNull Kind kind,

        @NotNull Urgency urgency,

        @Schema(description = "Protection, where nothing is said.") @Nullable
        Level level,

        @Schema(description = "What is asked and why. Kept encrypted.", examples = Examples.REASON)
        @NotBlank
        @Size(max = 4000)
        String reason,

        @Schema(description = "What is told about the child, each section once.") @EachSectionOnce
        List<@Valid SectionText> sections)
        implements Personal {

    static final String AGENCY = "^[A-Z]{2}-[A-Z0-9-]{1,30}$";
    static final String AGENCY_MESSAGE = "must be a country code, a hyphen and capitals";

    SendReferral {
        sections = sections == null ? List.of() : sections;
    }

    DraftContent content() {
        return new DraftContent(toAgency, kind, urgency, level == null ? Level.PROTECTION : level, reason, sections);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
