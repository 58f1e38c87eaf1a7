package eu.waymark.referral.worker;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "Days on which you, or for managers a colleague, are away.",
        examples =
                "{\"firstDay\":\"2027-07-05\",\"lastDay\":\"2027-07-23\",\"deputy\":\"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d\"}")
record EnterAbsence(
        @Schema(description = "You, where it is absent.") @Size(min = 1, max = 255) @Nullable
        String worker,

        @NotNull LocalDate firstDay,

        @Schema(description = "The last day away; the person is back on the next.") @NotNull
        LocalDate lastDay,

        @Schema(description = "Who stands in. Without one the work lies on the desk meanwhile.")
        @Size(min = 1, max = 255)
        @Nullable
        String deputy)
        implements Personal {

    @AssertTrue(message = "must not end before it begins")
    @Schema(hidden = true)
    boolean isInOrder() {
        return firstDay == null || lastDay == null || !lastDay.isBefore(firstDay);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
