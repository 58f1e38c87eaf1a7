package eu.waymark.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.register.directory.Directory.MeasureName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as its holder sees it. */
@Schema(name = "Entry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        UUID id,
        UUID personRecordId,
        MeasureName measure,
        @Schema(examples = "[\"neglect\"]") List<String> harms,
        @Schema(examples = "high") String risk,
        @Schema(examples = "active") String status,
        @Schema(examples = "GB-KENT") String holder,
        LocalDate startedOn,
        @Nullable LocalDate reviewDueOn,

        @Schema(description = "When the birth is expected, of a child who was entered before it.") @Nullable
        LocalDate expectedOn,

        @Nullable LocalDate bornOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        Safeguards safeguards,
        String summary,
        Instant openedAt,

        @Schema(description = "Until when your agency was responsible, if it is no more; so it stood then.") @Nullable
        Instant heldUntil,

        int version)
        implements Personal {

    static EntryView of(Entry entry, MeasureName measure, String summary) {
        return new EntryView(
                entry.id,
                entry.personRecordId,
                measure,
                entry.harms,
                entry.risk,
                entry.status,
                entry.holder,
                entry.startedOn,
                entry.reviewDueOn,
                entry.expectedOn,
                entry.bornOn,
                entry.endedOn,
                entry.endReason,
                entry.safeguards,
                summary,
                entry.openedAt,
                null,
                entry.version);
    }

    /** As it stood when an agency passed it on. */
    static EntryView of(EntryVersion last, Entry entry, MeasureName measure, String summary, Instant heldUntil) {
        return new EntryView(
                entry.id,
                entry.personRecordId,
                measure,
                last.harms,
                last.risk,
                last.status,
                last.holder,
                entry.startedOn,
                last.reviewDueOn,
                last.expectedOn,
                last.bornOn,
                last.endedOn,
                last.endReason,
                last.safeguards,
                summary,
                entry.openedAt,
                heldUntil,
                last.key.version());
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
