package eu.waymark.referral.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of a guideline, and what was recorded of it. */
@Schema(name = "GuidelineStep", examples = """
        {"code":"EN-ASM-SEEN","stage":"close","text":"The child was seen alone, and what the child said is recorded",
         "source":"Working Together to Safeguard Children","state":"done",
         "recordedBy":"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d","recordedAt":"2026-04-07T09:30:00Z"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
        String code,
        @Schema(description = "What it gates.") String stage,
        String text,

        @Schema(description = "Where the guideline is published.")
        String source,

        @Schema(enumeration = {"open", "done", "overridden"})
        String state,

        @Schema(description = "Why it was overridden.") @Nullable
        String reason,

        @Nullable String recordedBy,
        @Nullable Instant recordedAt)
        implements Personal {

    /** All steps of a piece of work. */
    @Schema(name = "GuidelineSteps")
    record Steps(
            @Schema(description = "The version of the rules that the work began under.")
            String rulesVersion,

            @Schema(description = "Whether every step before closing is done or overridden.")
            boolean closable,

            List<StepView> steps)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    boolean isOpen() {
        return state.equals("open");
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
