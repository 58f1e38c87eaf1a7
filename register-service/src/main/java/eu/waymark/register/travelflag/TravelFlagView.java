package eu.waymark.register.travelflag;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A travel flag as the agency that is responsible for the child sees it.
 *
 * @param pointer under which number the police keep it
 * @param changes what became of it, oldest first; absent in a list
 */
@Schema(name = "TravelFlag", examples = """
        {"id":"5b8f2f52-2d0c-4a64-9d38-0f1f6f6f4b11","entryId":"b7b8d5a4-7c1f-4f0b-9b6c-2f0d4a0e6a11","ground":"forced-marriage",
         "decisionMaker":"Family Court at Leeds","courtReference":"LS26P00117","pointer":"GB-2026-4711","startsOn":"2026-11-20",
         "endsOn":"2027-05-20","status":"active","version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TravelFlagView(
        UUID id,
        UUID entryId,
        String ground,
        String decisionMaker,
        @Nullable String courtReference,
        @Nullable String pointer,
        LocalDate startsOn,
        LocalDate endsOn,

        @Schema(enumeration = {"active", "expired", "withdrawn", "fallen"})
        String status,

        @Nullable String handedOverTo,
        @Nullable Instant handedOverAt,
        @Nullable List<ChangeView> changes,
        int version)
        implements Personal, Versioned {

    /** A change of a flag. */
    @Schema(name = "TravelFlagChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            String kind,
            @Nullable String decisionMaker,
            LocalDate endsOn,
            @Nullable String reasons,
            Instant changedAt) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    static TravelFlagView of(TravelFlag f, LocalDate today, @Nullable List<ChangeView> changes) {
        return new TravelFlagView(
                f.id,
                f.entryId,
                f.ground,
                f.decisionMaker,
                f.courtReference,
                f.pointer,
                f.startsOn,
                f.endsOn,
                f.statusOn(today),
                f.handedOverTo,
                f.handedOverAt,
                changes,
                f.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
