package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "AssessmentSectionVersion",
        description = "A section as it was once written.",
        requiredProperties = {"number", "writtenAt", "content"})
record SectionVersionView(int number, Instant writtenAt, SectionContent content) implements Personal {

    /** All versions of a section, oldest first: they are few. */
    @Schema(name = "AssessmentSectionVersions")
    record All(List<SectionVersionView> items) {}

    @Override
    public String toString() {
        return REDACTED;
    }
}
