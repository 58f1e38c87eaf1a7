package eu.waymark.referral.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versioned;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Absence",
        description = "Days on which somebody is away, and who stands in.",
        requiredProperties = {"id", "worker", "firstDay", "lastDay", "state", "version"},
        examples = """
            {"id":"5f0c2f1e-8d2b-4f43-9a55-0f6f3b0f7c11","worker":"0b9f4c1a-3f1d-4a53-8a55-2d1f0a8c6e90",
             "firstDay":"2027-07-05","lastDay":"2027-07-23","deputy":"8f14e45f-ceea-467f-a8f5-1f6d2c107a1d",
             "state":"planned","version":0}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AbsenceView(
        UUID id,
        String worker,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String deputy,

        @Schema(enumeration = {"planned", "running", "ended"})
        String state,

        int version)
        implements Personal, Versioned {

    static AbsenceView of(Absence absence) {
        return new AbsenceView(
                absence.id,
                absence.worker,
                absence.firstDay,
                absence.lastDay,
                absence.deputy,
                absence.state.name().toLowerCase(Locale.ROOT),
                absence.version);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
