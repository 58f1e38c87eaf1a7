package eu.waymark.referral.referral;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.paging.Cursor;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "A referral in a list: without its texts, which are read one by one.",
        requiredProperties = {"id", "fromAgency", "status", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralSummary(
        UUID id,

        @ProjectedFieldName("work.personRecordId") @Schema(description = "Shown to the sending agency only.") @Nullable
        UUID personRecordId,

        @ProjectedFieldName("parties.fromAgency") String fromAgency,
        @ProjectedFieldName("parties.toAgency") @Nullable String toAgency,
        @ProjectedFieldName("work.kind") @Nullable Kind kind,
        @ProjectedFieldName("work.urgency") @Nullable Urgency urgency,
        @ProjectedFieldName("work.level") @Nullable Level level,
        ReferralStatus status,
        @ProjectedFieldName("sending.sentAt") @Nullable Instant sentAt,
        @ProjectedFieldName("sending.dueAt") @Nullable Instant dueAt,
        @JsonIgnore Instant listedAt,
        int version) {

    ReferralSummary seenBy(String agency) {
        var record = fromAgency.equals(agency) ? personRecordId : null;
        var due = status == ReferralStatus.RETURNED ? null : dueAt;
        return new ReferralSummary(
                id, record, fromAgency, toAgency, kind, urgency, level, status, sentAt, due, listedAt, version);
    }

    Cursor cursor() {
        return new Cursor(listedAt, id);
    }
}
