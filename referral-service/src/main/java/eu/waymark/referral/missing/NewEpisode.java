package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A child of the caller's agency is missing.
 *
 * @param policeReference the number under which the police look for the child; nothing else of theirs belongs here
 * @param sisReference the number of an alert in the Schengen Information System
 */
@Schema(name = "NewMissingEpisode", examples = """
        {"personRecordId":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90","kind":"missing","missingFrom":"residential-home",
         "lastSeenAt":"2026-11-20T21:30:00Z","circumstances":"Left after supper without a coat.","policeReference":"KENT-4711"}""")
record NewEpisode(
        @NotNull UUID personRecordId,

        @NotNull @Pattern(regexp = KINDS, message = "must be one of " + KINDS)
        String kind,

        @NotNull @Pattern(regexp = PLACES, message = "must be one of " + PLACES)
        String missingFrom,

        @NotNull Instant lastSeenAt,

        @Size(min = 1, max = 4000) @Nullable String circumstances,

        @Pattern(regexp = REFERENCE, message = "must be a number of at most 40 characters") @Nullable
        String policeReference,

        @Pattern(regexp = REFERENCE, message = "must be a number of at most 40 characters") @Nullable
        String sisReference)
        implements Personal {

    static final String KINDS = "missing|away-without-authorisation";
    static final String PLACES = "residential-home|foster-care|family-home|school|hospital|other";
    static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9./-]{0,39}";

    @Override
    public String toString() {
        return REDACTED;
    }
}
