package eu.waymark.register.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long a place keeps what has ended, from the end of a measure on. */
@Schema(
        name = "RetentionRule",
        examples =
                "{\"months\":300,\"warnDays\":90,\"source\":\"Practice of local authorities\",\"confirmed\":false,\"validFrom\":\"2000-01-01\"}")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetentionRuleView(
        @Schema(description = "The place: ISO 3166 code, or ANY for where no other rule is.") @Nullable
        String code,

        @Schema(description = "How many months after its end it is due.") @Min(1) @Max(1200)
        int months,

        @Schema(description = "How many days before the holder is warned.") @Min(1) @Max(365)
        int warnDays,

        @Schema(description = "The law or practice it comes from.") @NotBlank @Size(max = 300)
        String source,

        @Schema(description = "Whether counsel has read the source.")
        boolean confirmed,

        @Schema(description = "A day that no rule of the place begins on adds one, and ends the one before.") @NotNull
        LocalDate validFrom,

        @Nullable LocalDate validTo)
        implements RulesInTime.Rule {}
