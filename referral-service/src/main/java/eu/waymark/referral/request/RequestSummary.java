package eu.waymark.referral.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.paging.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "InformationRequestSummary",
        description = "A request in a list: without its texts, which are read one by one.",
        requiredProperties = {
            "id",
            "fromAgency",
            "toAgency",
            "kind",
            "basis",
            "status",
            "sentAt",
            "dueAt",
            "unread",
            "version"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestSummary(
        UUID id,

        @Schema(description = "Shown to the asking agency only.") @Nullable
        UUID personRecordId,

        String fromAgency,
        String toAgency,
        String kind,
        String basis,
        RequestStatus status,
        Instant sentAt,
        Instant dueAt,

        @Schema(description = "Whether the asker has an answer that nobody there has read.")
        boolean unread,

        int version) {

    RequestSummary seenBy(String agency) {
        var record = fromAgency.equals(agency) ? personRecordId : null;
        return new RequestSummary(
                id, record, fromAgency, toAgency, kind, basis, status, sentAt, dueAt, unread, version);
    }

    Cursor cursor() {
        return new Cursor(sentAt, id);
    }
}
