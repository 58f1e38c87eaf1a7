package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.paging.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A trafficking referral in a list, without its texts.",
        requiredProperties = {"id", "fromAgency", "status", "startedAt", "version"})
record TraffickingSummary(UUID id, String fromAgency, TraffickingStatus status, Instant startedAt, int version) {

    static TraffickingSummary of(TraffickingReferral one) {
        return new TraffickingSummary(one.id(), one.fromAgency(), one.status(), one.startedAt(), one.version());
    }

    static Cursor cursor(TraffickingReferral one) {
        return new Cursor(one.startedAt(), one.id());
    }
}
