package eu.waymark.identity.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands.
 *
 * @param lines taken so far, blank ones too: the next part begins behind them
 * @param accepted lines that have a record now, made by this import or an earlier one
 * @param known those of them whose person an earlier import had brought in
 * @param rejected the first of the lines that were left out
 * @param rejectedLines how many were
 * @param records the ids of the records; only in the answer to the lines themselves, for they are not kept here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
        UUID id,
        ImportStatus status,

        @Schema(description = "Lines taken so far: the next part begins behind them.")
        long lines,

        @Schema(description = "Lines that have a record now, made by this import or an earlier one.")
        long accepted,

        @Schema(description = "Those of them whose person an earlier import had brought in.")
        long known,

        long rejectedLines,

        @Schema(description = "The first 1,000; all under /rejections.")
        List<Rejection> rejected,

        Instant changedAt,

        @Schema(description = "Only in the answer to at most 5,000 lines. Send them again to see the ids again.")
        @Nullable
        List<Imported> records) {

    static final String EXAMPLE = """
            {"id":"c9a3e2b0-53ab-4f5e-9f4e-2a1f5f4f7b21","status":"completed","lines":2,"accepted":1,"known":0,\
            "rejectedLines":1,"rejected":[{"line":2,"code":"invalid-fields","detail":"births[0] is not a day of the calendar"}],\
            "changedAt":"2026-11-22T10:30:00Z",\
            "records":[{"externalId":"CMS-1001","recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10"}]}""";

    /** A line that was left out, and why. Never says what stood there. */
    @Schema(name = "RejectedLine")
    record Rejection(long line, String code, String detail) {}

    /** The record of a line. */
    @Schema(name = "ImportedRecord")
    record Imported(String externalId, UUID recordId) implements Personal {

        @Override
        public String toString() {
            return "Imported[" + recordId + "]";
        }
    }

    ImportReport naming(@Nullable List<Imported> some) {
        return new ImportReport(id, status, lines, accepted, known, rejectedLines, rejected, changedAt, some);
    }

    static ImportReport of(ImportJob job, List<Rejection> rejected, @Nullable List<Imported> records) {
        return new ImportReport(
                job.id(),
                job.status(),
                job.lines(),
                job.accepted() + job.known(),
                job.known(),
                job.rejected(),
                rejected,
                job.changedAt(),
                records);
    }
}
