package eu.waymark.register.entry;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Safeguards as they are to be. Each is said, so that none is taken back by being forgotten. */
@Schema(examples = """
        {"underThreat":true,"claimsProtectionFrom":["RU"],"asylum":false,"transmissionDanger":false}""")
record NewSafeguards(
        @NotNull Boolean underThreat,

        @Schema(description = "Countries that no answer, notice, request or alert about this child may reach.")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code") String>
                claimsProtectionFrom,

        @NotNull Boolean asylum,

        @Schema(description = "Hague Convention 1996, article 37: who asks for content learns only whom to contact.")
        @NotNull
        Boolean transmissionDanger)
        implements Personal {

    /**
     * @param country the holder's own: it is responsible, so it cannot be kept from knowing
     * @throws eu.waymark.platform.web.problem.ProblemException 422 where protection is claimed from it
     */
    Safeguards safeguardsIn(String country) {
        if (claimsProtectionFrom.contains(country)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Your own country is responsible for the child: transfer the responsibility first.")
                    .at("claimsProtectionFrom", "must not name your own country");
        }
        return new Safeguards(underThreat, claimsProtectionFrom, asylum, transmissionDanger);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
