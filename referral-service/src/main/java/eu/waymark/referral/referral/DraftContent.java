package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ReferralDraft",
        description = "What is known so far. Anything may be open until it is sent; sections that are not named stay.",
        examples = "{\"kind\": \"assessment\", \"reason\": \"Moved to Lyon with her mother.\"}")
record DraftContent(
        @Pattern(regexp = SendReferral.AGENCY, message = SendReferral.AGENCY_MESSAGE) @Nullable
        String toAgency,

        @Nullable Kind kind,
        @Nullable Urgency urgency,
        @Nullable Level level,
        @Size(min = 1, max = 4000) @Nullable String reason,
        @EachSectionOnce List<@Valid SectionText> sections)
        implements Personal {

    DraftContent {
        sections = sections == null ? List.of() : sections;
    }

    /** The names of the fields without which nothing is sent. */
    static List<String> missing(ReferralView draft) {
        var needed = new LinkedHashMap<String, @Nullable Object>();
        needed.put("toAgency", draft.toAgency());
        needed.put("kind", draft.kind());
        needed.put("urgency", draft.urgency());
        needed.put("level", draft.level());
        needed.put("reason", draft.reason());
        return needed.entrySet().stream()
                .filter(field -> field.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names of the fields that say something else here than there. */
    List<String> differingFrom(ReferralView stands) {
        var differing = new LinkedHashMap<String, Boolean>();
        differing.put("toAgency", Objects.equals(toAgency, stands.toAgency()));
        differing.put("kind", kind == stands.kind());
        differing.put("urgency", urgency == stands.urgency());
        differing.put("level", level == stands.level());
        differing.put("reason", Objects.equals(reason, stands.reason()));
        sections.forEach(
                section -> differing.put("sections." + section.section().code(), stands.tells(section)));
        return differing.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
