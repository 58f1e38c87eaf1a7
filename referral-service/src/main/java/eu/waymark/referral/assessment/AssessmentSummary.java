package eu.waymark.referral.assessment;

import eu.waymark.platform.web.paging.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "An assessment in a list, without its texts.",
        requiredProperties = {"id", "leadAgency", "status", "edition", "openedAt", "version"})
record AssessmentSummary(
        UUID id, String leadAgency, AssessmentStatus status, int edition, Instant openedAt, int version) {

    static AssessmentSummary of(Assessment one) {
        return new AssessmentSummary(
                one.id(), one.agency(), one.status(), one.edition(), one.openedAt(), one.version());
    }

    static Cursor cursor(Assessment one) {
        return new Cursor(one.openedAt(), one.id());
    }
}
