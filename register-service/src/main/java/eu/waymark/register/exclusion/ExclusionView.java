package eu.waymark.register.exclusion;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exclusion as a supervisor of the holder sees it. */
@Schema(name = "Exclusion", examples = """
        {"id":"6a0f7d0c-54b0-4d52-8a1b-0b2c1d3e4f50","kind":"agency","party":"FR-69-CRIP","reason":"conflict-of-interest",
         "validTo":"2027-11-22","setAt":"2026-11-22T09:30:00Z","version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExclusionView(
        UUID id,
        String kind,
        String party,
        String reason,
        @Nullable LocalDate validTo,
        Instant setAt,
        @Nullable Instant liftedAt,
        int version)
        implements Personal {

    static ExclusionView of(Exclusion exclusion) {
        return new ExclusionView(
                exclusion.id,
                exclusion.kind,
                exclusion.party,
                exclusion.reason,
                exclusion.validTo,
                exclusion.setAt,
                exclusion.liftedAt,
                exclusion.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
