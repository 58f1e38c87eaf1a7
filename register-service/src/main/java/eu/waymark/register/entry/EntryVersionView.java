package eu.waymark.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.register.directory.Directory.MeasureName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an entry stood from a moment on. */
@Schema(name = "EntryVersion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryVersionView(
        int version,
        Instant writtenAt,
        MeasureName measure,
        List<String> harms,
        @Schema(examples = "high") String risk,
        @Schema(examples = "active") String status,
        @Schema(examples = "GB-KENT") String holder,
        @Nullable LocalDate reviewDueOn,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        Safeguards safeguards,
        String summary)
        implements Personal {

    static EntryVersionView of(EntryVersion version, MeasureName measure, String summary) {
        return new EntryVersionView(
                version.key.version(),
                version.writtenAt,
                measure,
                version.harms,
                version.risk,
                version.status,
                version.holder,
                version.reviewDueOn,
                version.expectedOn,
                version.bornOn,
                version.endedOn,
                version.endReason,
                version.safeguards,
                summary);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
