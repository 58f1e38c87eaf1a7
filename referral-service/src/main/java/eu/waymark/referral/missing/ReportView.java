package eu.waymark.referral.missing;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report, to whom it was sent with its text and what became of it; to the reporter that it is looked into, and then that the
 * child is safe and seen.
 *
 * @param status {@code sent}, {@code looked-into}, {@code safe-and-seen}, {@code declined}
 * @param told what an unconflicted worker let the reporter know beyond that
 */
@Schema(name = "MissingReport", examples = """
        {"id":"3f0a5a3a-7c55-4bb0-9f5e-27c0e7a1d9b2","fromAgency":"GB-HOME-7","toAgency":"GB-KENT","kind":"missing",
         "missingFrom":"residential-home","lastSeenAt":"2026-11-20T21:30:00Z","reportedAt":"2026-11-20T21:40:00Z",
         "status":"safe-and-seen","version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        UUID id,
        String fromAgency,
        String toAgency,
        String kind,
        String missingFrom,
        Instant lastSeenAt,
        Instant reportedAt,
        @Nullable String policeReference,
        @Nullable String description,
        String status,
        @Nullable String declineReason,
        @Nullable UUID episodeId,
        @Nullable String told,
        int version)
        implements Personal, Versioned {

    static final String LOOKED_INTO = "looked-into";
    static final String SAFE_AND_SEEN = "safe-and-seen";

    @Override
    public String toString() {
        return REDACTED;
    }
}
