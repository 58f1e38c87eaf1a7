package eu.waymark.referral.missing;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An episode as the workers of the agency see it.
 *
 * @param place where the child is: only for those who were named when it was recorded
 * @param repeats how often the child was missing: a prompt to think, and no verdict
 * @param alerts the register's alerts for the child since; where they were sent, the register tells
 */
@Schema(name = "MissingEpisode", examples = """
        {"id":"7c2f6d0e-54a8-4f51-8f0b-2a7ad4a4b6d1","personRecordId":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90","kind":"missing",
         "missingFrom":"residential-home","lastSeenAt":"2026-11-20T21:30:00Z","openedAt":"2026-11-20T22:00:00Z","status":"open",
         "actions":[{"action":"call-the-child","words":"Call and write to the child, and say that nobody is angry",
         "dueAt":"2026-11-20T23:00:00Z"}],"alerts":[],"repeats":{"inNinetyDays":3,"inAYear":4,"prompt":"three-in-ninety-days"},"version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EpisodeView(
        UUID id,
        UUID personRecordId,
        String kind,
        String missingFrom,
        Instant lastSeenAt,
        @Nullable String circumstances,
        @Nullable String policeReference,
        @Nullable String sisReference,
        Instant openedAt,
        String status,
        @Nullable Found found,
        List<Expected> actions,
        List<Alerted> alerts,
        @Nullable Interview returnInterview,
        Repeats repeats,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        int version)
        implements Personal, Versioned {

    /** How it was found. */
    @Schema(name = "MissingFound")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String how,
            Instant at,
            @Nullable String note,
            @Nullable String place) implements Personal {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** One thing expected, by when, and what became of it. */
    @Schema(name = "MissingExpectedAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Expected(
            String action,
            String words,
            Instant dueAt,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {}

    /** An alert of the register's. */
    @Schema(name = "MissingAlert")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Alerted(
            UUID id,
            @Nullable Instant raisedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {}

    /** The talk after the return. */
    @Schema(name = "MissingReturnInterview")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Interview(
            String status,
            Instant dueAt,
            String dueRule,
            @Nullable Instant offeredAt,
            @Nullable Instant endedAt,
            @Nullable String heldBy,
            @Nullable List<String> reasons,
            @Nullable String words,
            int version)
            implements Personal {
        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Earlier episodes of the child count, those taken back as mistaken do not. */
    @Schema(name = "MissingRepeats")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Repeats(
            long inNinetyDays,
            long inAYear,

            @Schema(description = "three-in-ninety-days: think again about why, and who draws the child away.")
            @Nullable
            String prompt) {

        private static final int OFTEN = 3;

        static Repeats of(long inNinetyDays, long inAYear) {
            return new Repeats(inNinetyDays, inAYear, inNinetyDays >= OFTEN ? "three-in-ninety-days" : null);
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
