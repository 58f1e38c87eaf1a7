package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a child is missing, from somebody who looked after it or heard of it.
 *
 * @param toAgency who is responsible for the child
 * @param description who it is and what happened: the agency finds its own record by it. Kept encrypted
 */
@Schema(name = "NewMissingReport", examples = """
        {"toAgency":"GB-KENT","kind":"missing","missingFrom":"residential-home","lastSeenAt":"2026-11-20T21:30:00Z",
         "description":"Ana, room 4, placed with us by you in May. Left after supper without a coat."}""")
record NewReport(
        @NotNull @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,30}", message = "must be an agency code")
        String toAgency,

        @NotNull @Pattern(regexp = NewEpisode.KINDS, message = "must be one of " + NewEpisode.KINDS)
        String kind,

        @NotNull @Pattern(regexp = NewEpisode.PLACES, message = "must be one of " + NewEpisode.PLACES)
        String missingFrom,

        @NotNull Instant lastSeenAt,

        @NotBlank @Size(max = 4000) String description,

        @Pattern(regexp = NewEpisode.REFERENCE, message = "must be a number of at most 40 characters") @Nullable
        String policeReference)
        implements Personal {

    @Override
    public String toString() {
        return REDACTED;
    }
}
