package eu.waymark.register.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A desk as it is shown: whom to call, when, in which languages. */
@Schema(name = "Desk")
public record DeskView(
        @Schema(examples = "GB-NATIONAL") String code,
        @Schema(examples = "UK national duty desk") String name,
        @Schema(examples = "+44 20 5550 0100") String phone,
        @Schema(examples = "duty@gb-ca.example") String email,
        @Schema(examples = "day and night") String hours,
        @Schema(examples = "[\"en\"]") List<String> languages,

        @Schema(description = "Whether somebody answers now, by its weekly hours; absent where it does not give them.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean openNow) {

    static DeskView of(Desk desk, Instant now) {
        return new DeskView(desk.code, desk.name, desk.phone, desk.email, desk.hours, desk.languages, desk.isOpen(now));
    }

    /** For a country without a desk in the directory: still an answer that says where to turn. */
    static DeskView unknown(String country) {
        return new DeskView(
                country + "-NATIONAL",
                "Central authority of " + country,
                "116 000",
                "",
                "day and night",
                List.of(),
                null);
    }
}
