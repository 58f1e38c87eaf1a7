package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That the talk was offered, held or refused.
 *
 * @param heldBy the independent person; nobody who works on the episode
 * @param words the child's own
 */
@Schema(name = "ReturnInterviewNote", examples = """
        {"outcome":"held","at":"2026-11-23T15:00:00Z","heldBy":"advocate","reasons":["wanted-to-see-somebody"],
         "words":"I wanted to see my sister. Nobody told me when I could."}""")
record InterviewNote(
        @NotNull @Pattern(regexp = OUTCOMES, message = "must be one of " + OUTCOMES)
        String outcome,

        @NotNull Instant at,

        @Pattern(regexp = HOLDERS, message = "must be one of " + HOLDERS) @Nullable
        String heldBy,

        @Size(max = 6) @Nullable
        List<@NotNull @Pattern(regexp = REASONS, message = "must be one of " + REASONS) String> reasons,

        @Size(min = 1, max = 4000) @Nullable String words)
        implements Personal {

    static final String OUTCOMES = "offered|held|refused";
    static final String HOLDERS = "advocate|independent-visitor|voluntary-organisation|guardian|other-team";
    static final String REASONS =
            "wanted-to-see-somebody|afraid-there|unhappy-there|made-to-by-others|looked-for-by-others"
                    + "|earned-money|wanted-freedom|did-not-say";

    @AssertTrue(message = "must be given where it was held, and only there")
    @Schema(hidden = true)
    boolean isHolderOfTalk() {
        return ReturnInterview.HELD.equals(outcome) == (heldBy != null);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
