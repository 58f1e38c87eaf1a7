package eu.waymark.identity.person;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.record.CorrectionReason;
import eu.waymark.identity.record.EarlierVersion;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person record said before.
 *
 * @param versions newest first; none where nothing was ever corrected
 */
@Schema(description = "What a person record said before.")
record PersonHistory(UUID id, List<Version> versions) {

    static final String EXAMPLE = """
            {"id":"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10","versions":[{"version":1,\
            "demographics":{"names":[{"given":"Anna","family":"Kowal"}],"births":["2014~"],"sex":2,"nationalities":[]},\
            "reason":"was-wrong","replacedBy":"6f1c1d0e-8a83-4f9d-b9c6-0e2f6f0f3a55",\
            "replacedAt":"2026-11-22T10:30:00Z"}]}""";

    /** One of them, until it was replaced for that reason. */
    @Schema(name = "EarlierPersonVersion")
    record Version(
            int version, Demographics demographics, CorrectionReason reason, String replacedBy, Instant replacedAt)
            implements Personal {

        private static Version of(EarlierVersion earlier) {
            return new Version(
                    earlier.version(),
                    earlier.demographics(),
                    earlier.reason(),
                    earlier.replacedBy(),
                    earlier.replacedAt());
        }

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    static PersonHistory of(UUID id, List<EarlierVersion> versions) {
        return new PersonHistory(id, versions.stream().map(Version::of).toList());
    }
}
