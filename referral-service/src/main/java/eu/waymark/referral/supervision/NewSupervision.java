package eu.waymark.referral.supervision;

import eu.waymark.platform.web.Personal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record of supervision.
 *
 * @param worker subject of whom it is about
 * @param personRecordId the child it is about, if it is about one
 */
@Schema(name = "NewSupervision", examples = """
        {"kind":"reflective","worker":"5d3c2f0e-8f51-4c1c-9d0b-8a1f6f0e7b44","personRecordId":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90",
         "heldOn":"2026-11-20","text":"The last visit stays with him. What made it hard, and what helped.",
         "actions":[{"text":"Visit together with a colleague.","dueOn":"2099-12-04"}]}""")
record NewSupervision(
        @NotNull @Pattern(regexp = "reflective|oversight", message = "must be reflective or oversight")
        String kind,

        @NotBlank @Size(max = 100) String worker,

        @Nullable UUID personRecordId,

        @NotNull LocalDate heldOn,

        @NotBlank @Size(max = 8000) String text,

        @NotNull @Size(max = 20) List<@NotNull @Valid Agreed> actions)
        implements Personal {

    /** Something agreed. */
    @Schema(name = "SupervisionAgreed")
    record Agreed(
            @NotBlank @Size(max = 1000) String text,
            @NotNull LocalDate dueOn) implements Personal {
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
