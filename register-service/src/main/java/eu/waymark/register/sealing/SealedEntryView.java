package eu.waymark.register.sealing;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import eu.waymark.register.directory.Directory.MeasureName;
import eu.waymark.register.worker.Worker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sealed entry as its named workers see it.
 *
 * @param entryId the entry by which everybody else is answered as before
 * @param reviewDueOn by the national calendar: that of an area would tell which
 */
@Schema(name = "SealedEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SealedEntryView(
        UUID id,
        UUID entryId,
        UUID personRecordId,
        String responsible,
        MeasureName measure,
        List<String> harms,
        String risk,
        LocalDate startedOn,
        LocalDate reviewDueOn,
        String summary,
        String reason,
        List<Worker> workers,
        Instant sealedAt,
        @Nullable Instant unsealedAt,
        int version)
        implements Personal, Versioned {

    /** After others were named. */
    SealedEntryView nowNaming(List<Worker> named) {
        return new SealedEntryView(
                id,
                entryId,
                personRecordId,
                responsible,
                measure,
                harms,
                risk,
                startedOn,
                reviewDueOn,
                summary,
                reason,
                named,
                sealedAt,
                unsealedAt,
                version + 1);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
