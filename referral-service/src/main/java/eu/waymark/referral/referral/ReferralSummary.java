package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.paging.Cursor;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "A referral in a list: without its texts, which are read one by one.",
        requiredProperties = {"id", "fromAgency", "toAgency", "kind", "urgency", "status", "sentAt", "dueAt", "version"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralSummary(
        UUID id,

        @ProjectedFieldName("work.personRecordId") @Schema(description = "Shown to the sending agency only.") @Nullable
        UUID personRecordId,

        @ProjectedFieldName("parties.fromAgency") String fromAgency,
        @ProjectedFieldName("parties.toAgency") String toAgency,
        @ProjectedFieldName("work.kind") Kind kind,
        @ProjectedFieldName("work.urgency") Urgency urgency,
        ReferralStatus status,
        @ProjectedFieldName("sending.sentAt") Instant sentAt,
        @ProjectedFieldName("sending.dueAt") Instant dueAt,
        int version) {

    ReferralSummary seenBy(String agency) {
        var record = fromAgency.equals(agency) ? personRecordId : null;
        return new ReferralSummary(id, record, fromAgency, toAgency, kind, urgency, status, sentAt, dueAt, version);
    }

    Cursor cursor() {
        return new Cursor(sentAt, id);
    }
}
