package eu.waymark.identity.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an import.
 *
 * @param accepted lines that have a record now, made by this import or an earlier one
 * @param records the ids of those records; only in the answer to the import itself, for they are not kept here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
        UUID id,
        int accepted,
        List<Rejection> rejected,

        @Schema(description = "Only in the answer to the import itself. Import again to see them again.") @Nullable
        List<Imported> records) {

    static final String EXAMPLE = """
            {"id":"c9a3e2b0-53ab-4f5e-9f4e-2a1f5f4f7b21","accepted":1,\
            "rejected":[{"line":2,"code":"invalid-fields","detail":"births[0] is not a day of the calendar"}],\
            "records":[{"externalId":"CMS-1001","recordId":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10"}]}""";

    /** A line that was left out, and why. Never says what stood there. */
    @Schema(name = "RejectedLine")
    record Rejection(int line, String code, String detail) {}

    /** The record of a line. */
    @Schema(name = "ImportedRecord")
    record Imported(String externalId, UUID recordId) implements Personal {

        @Override
        public String toString() {
            return "Imported[" + recordId + "]";
        }
    }
}
