package eu.waymark.referral.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "RecoveryGoal",
        description = "What a child is to reach, how it goes, and what the child says.",
        requiredProperties = {"id", "goal", "agency", "setAt", "progress"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoalView(
        UUID id,
        @Schema(examples = "Back at school by Easter.") String goal,

        @Schema(examples = "I want to be with my friends again.") @Nullable
        String childWords,

        @Schema(description = "Who set it.") String agency,
        Instant setAt,

        @Schema(description = "From the first to the latest.")
        List<ProgressView> progress)
        implements Personal {

    @Schema(
            name = "GoalProgress",
            requiredProperties = {"state", "note", "agency", "at"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressView(
            Progress.State state, String note, @Nullable String childWords, String agency, Instant at)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
