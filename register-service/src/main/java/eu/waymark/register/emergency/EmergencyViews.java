package eu.waymark.register.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.register.directory.Directory.MeasureName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What emergency access looks like from outside. */
final class EmergencyViews {

    private static final String OUTCOMES = "justified|not-justified|needs-follow-up";

    private EmergencyViews() {}

    /** Why the glass is broken; the child, where a check has found it already. */
    @Schema(
            name = "NewEmergencyAccess",
            examples = "{\"reason\":\"Child of about six found alone at the station at two in the morning, injured.\"}")
    public record NewAccess(
            @NotBlank @Size(min = 10, max = 1000) String reason,

            @Schema(description = "Of a check's confirmed match; can be named later.") @Nullable
            UUID handle)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Which child. */
    @Schema(name = "EmergencyChild", examples = "{\"handle\":\"f1f6e0f4-3a57-4b7b-a7d9-2a6b1a0d7c55\"}")
    public record Child(@NotNull UUID handle) {}

    /** What the reviewer found. */
    @Schema(
            name = "EmergencyReview",
            examples = "{\"outcome\":\"justified\",\"reason\":\"The ambulance crew had nobody to ask.\"}")
    public record NewReview(
            @NotNull @Pattern(regexp = OUTCOMES, message = "must be one of " + OUTCOMES)
            String outcome,

            @NotBlank @Size(min = 10, max = 2000) String reason)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** The access, to who opened it. */
    @Schema(name = "OpenedEmergencyAccess", examples = """
            {"id":"7d0a6e33-55c1-4f0e-9f0b-3c3e5c2b8a10","expiresAt":"2026-11-22T02:40:00Z","coversChild":true,
             "reviewDueOn":"2026-11-23"}""")
    public record Opened(
            UUID id,
            Instant expiresAt,

            @Schema(description = "Whether it names its one child.")
            boolean coversChild,

            @Schema(description = "By when somebody else reviews it.")
            LocalDate reviewDueOn) {

        static Opened of(EmergencyAccess access) {
            return new Opened(access.id, access.expiresAt, access.entryId != null, access.reviewDueOn);
        }
    }

    /** What is told of the child: the summary, and never where it is. */
    @Schema(name = "EmergencySummary", examples = """
            {"country":"GB","measure":{"code":"GB-ENG-CPP","name":"child protection plan","language":"en",
             "commonClass":"registered-plan"},"harms":["neglect"],"risk":"high","status":"active",
             "summary":"Core group meets monthly at the school.","expiresAt":"2026-11-22T02:40:00Z"}""")
    public record Summary(
            String country,
            MeasureName measure,
            List<String> harms,
            String risk,
            String status,
            String summary,
            Instant expiresAt)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** An access to review, or one that a holder was told of. */
    @Schema(name = "EmergencyAccess", examples = """
            {"id":"7d0a6e33-55c1-4f0e-9f0b-3c3e5c2b8a10","openerName":"Dr Lind","agency":"SE-UPPSALA-ER","country":"SE",
             "openedAt":"2026-11-22T02:10:00Z","expiresAt":"2026-11-22T02:40:00Z","coversChild":true,"readings":1,
             "reviewBy":"SE-UPPSALA-ER","reviewDueOn":"2026-11-23","overdue":false,"version":1}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String openerName,
            String agency,
            String country,
            Instant openedAt,
            Instant expiresAt,

            @Schema(description = "To reviewers and to the holder.") @Nullable
            String reason,

            boolean coversChild,

            @Schema(description = "How often the summary was read.")
            int readings,

            @Schema(description = "The agency that reviews it: another than the opener's from the second on one day.")
            String reviewBy,

            LocalDate reviewDueOn,
            boolean overdue,
            @Nullable Habit habit,
            @Nullable Review review,
            int version)
            implements Personal, Versioned {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** How usual this is: the exception that became a habit shows here. */
    @Schema(
            name = "EmergencyHabit",
            examples = "{\"checksMeanwhile\":2,\"ofPersonToday\":1,\"ofPersonIn90Days\":3,\"ofAgencyIn90Days\":9}")
    public record Habit(
            @Schema(description = "Checks that the opener made while it lasted.")
            long checksMeanwhile,

            int ofPersonToday,
            long ofPersonIn90Days,
            long ofAgencyIn90Days) {}

    /** The review. */
    @Schema(
            name = "EmergencyReviewed",
            examples =
                    "{\"outcome\":\"justified\",\"reason\":\"Nobody to ask.\",\"reviewerAgency\":\"SE-CA\",\"reviewedAt\":\"2026-11-23T09:00:00Z\"}")
    public record Review(String outcome, String reason, String reviewerAgency, Instant reviewedAt) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }
}
