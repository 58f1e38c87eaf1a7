package eu.waymark.register.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a place decides about its measures: how long an ended one is found, and by which clocks it is reviewed. */
@Schema(
        name = "PlaceRule",
        examples =
                "{\"endedMonths\":12,\"firstReview\":\"EN-REV1\",\"laterReview\":\"EN-REVN\",\"unbornReview\":\"EN-PREB-CONF\",\"birthReview\":\"EN-PREB-BIRTH\",\"validFrom\":\"2000-01-01\"}")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceRuleView(
        @Schema(description = "The place: ISO 3166 code, or ANY for where no other rule is.") @Nullable
        String code,

        @Schema(description = "For how many months checks find a measure after its end.") @Min(0) @Max(240)
        int endedMonths,

        @NotNull @Pattern(regexp = RULE, message = "must be the code of a clock rule")
        String firstReview,

        @NotNull @Pattern(regexp = RULE, message = "must be the code of a clock rule")
        String laterReview,

        @NotNull @Pattern(regexp = RULE, message = "must be the code of a clock rule")
        String unbornReview,

        @NotNull @Pattern(regexp = RULE, message = "must be the code of a clock rule")
        String birthReview,

        @Schema(description = "A day that no rule of the place begins on adds one, and ends the one before.") @NotNull
        LocalDate validFrom,

        @Nullable LocalDate validTo)
        implements RulesInTime.Rule {

    private static final String RULE = "[A-Z0-9-]{1,40}";
}
