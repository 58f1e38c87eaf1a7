package eu.waymark.identity.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as the agency of the record sees it. That it waits, and not for which service: what is still going on about
 * a child is not for identity to tell.
 *
 * @param mayApprove whether the caller can be the second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Erasure")
record ErasureView(
        UUID id,
        UUID personId,
        ErasureStatus status,
        ErasureBasis legalBasis,
        ErasureReason reason,
        Instant proposedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant completedAt,
        boolean mayApprove,
        int version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id":"c9b0b6e2-6a37-4f0f-9a55-0e5c7f1f6f01","personId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10",\
            "status":"proposed","legalBasis":"gdpr-17-1-d","reason":"false-report",\
            "proposedAt":"2026-11-22T10:00:00Z","mayApprove":true,"version":0}""";

    static ErasureView of(Erasure erasure, String reader) {
        return new ErasureView(
                erasure.id(),
                erasure.personId(),
                erasure.status(),
                erasure.legalBasis(),
                erasure.reason(),
                erasure.proposedAt(),
                erasure.approvedAt(),
                erasure.completedAt(),
                erasure.status() == ErasureStatus.PROPOSED && !erasure.isProposedBy(reader),
                erasure.version());
    }
}
