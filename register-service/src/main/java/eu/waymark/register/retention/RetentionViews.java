package eu.waymark.register.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
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

/** What retention looks like from outside. */
final class RetentionViews {

    private static final String KINDS = "extend|hold|lift|let-go";

    private RetentionViews() {}

    /** Keep it longer, keep it whatever happens, no longer so, or let it go. */
    @Schema(
            name = "NewRetentionDecision",
            examples = {
                "{\"kind\":\"extend\",\"dueOn\":\"2037-06-30\",\"reason\":\"The claim for compensation is not decided.\"}",
                "{\"kind\":\"hold\",\"reason\":\"Order of the inquiry of 3 May.\"}"
            })
    public record NewDecision(
            @NotNull @Pattern(regexp = KINDS, message = "must be one of " + KINDS)
            String kind,

            @Schema(description = "With extend: until when.") @Nullable
            LocalDate dueOn,

            @NotBlank @Size(min = 10, max = 1000) String reason)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** Until when an entry is kept, by which rule, and what was decided. */
    @Schema(name = "Retention", examples = """
            {"entryId":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11","personRecordId":"3f6f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b22","rule":"GB",
             "dueOn":"2051-06-30","isDue":false,"held":false,"erasure":"/api/identity/v1/persons/3f6f9a52-0c5c-4d0e-9a7e-0d2c2f8f3b22/erasure",
             "decisions":[],"version":0}""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID entryId,
            UUID personRecordId,

            @Schema(description = "The place whose period holds, or ANY.")
            String rule,

            LocalDate dueOn,

            @Schema(description = "Its time is over; nothing happens by itself.")
            boolean isDue,

            @Schema(description = "On legal hold: nothing of the child is erased.")
            boolean held,

            @Nullable Instant letGoAt,

            @Schema(description = "Where two people erase it, once it is let go.") @Nullable
            String erasure,

            @Nullable List<Decision> decisions,
            int version)
            implements Personal, Versioned {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** One decision. */
    @Schema(
            name = "RetentionDecision",
            examples =
                    "{\"kind\":\"hold\",\"reason\":\"Order of the inquiry of 3 May.\",\"decidedAt\":\"2026-11-22T09:30:00Z\"}")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(String kind, @Nullable LocalDate dueOn, String reason, Instant decidedAt)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }
}
