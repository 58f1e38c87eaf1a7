package eu.waymark.referral.rule;

import eu.waymark.clocks.ClockRule;
import eu.waymark.platform.persistence.clock.RulesInForce;
import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.rule.RuleViews.RuleEdition;
import eu.waymark.referral.rule.RuleViews.RuleHistory;
import eu.waymark.referral.rule.RuleViews.RulesOfPlace;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rules by which clocks run: everybody may read them. They name no child. */
@Path("/api/referral/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@PurposeFree
@Tag(name = "rules", description = "Deadlines and guideline steps of each place, as data")
public class RulesResource {

    private static final String PLACE = "[A-Z]{2}(-[A-Z0-9]{1,3})?";

    private final RulesInForce inForce;
    private final Publications publications;
    private final Clock clock;

    RulesResource(RulesInForce inForce, Publications publications, Clock clock) {
        this.inForce = inForce;
        this.publications = publications;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The rules of a place at a moment",
            description = "Those of the place, of its country, of any place, and under EU those of the Union.")
    @APIResponse(responseCode = "200", description = "The rules and steps.")
    public RulesOfPlace listRules(
            @Parameter(description = "A country or part of one in ISO 3166 codes, or EU.", example = "GB-ENG")
                    @QueryParam("place")
                    @NotNull
                    @Pattern(regexp = PLACE, message = "must be a country or part of one in ISO 3166 codes")
                    String place,
            @Parameter(description = "Now where absent.", example = "2026-04-02T09:00:00Z") @QueryParam("at") @Nullable
                    Instant at) {
        return RulesOfPlace.of(inForce.at(at == null ? clock.instant() : at), place);
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One rule, as it is and as it was", description = "Oldest edition first.")
    @APIResponse(responseCode = "200", description = "The rule in each document in which it is another than before.")
    public RuleHistory readRule(
            @Parameter(example = "EN-TIN")
                    @Pattern(regexp = "[A-Za-z0-9-]{1,64}", message = "must be the code of a rule")
                    String code) {
        var editions = new ArrayList<RuleEdition>();
        Optional<ClockRule> last = Optional.empty();
        for (var edition : publications.editions()) {
            var now = edition.rules().find(code);
            if (now.isPresent() && !Objects.equals(now, last)) {
                var from = edition.validFrom().equals(Instant.EPOCH) ? null : edition.validFrom();
                editions.add(new RuleEdition(edition.rules().version(), from, now.get()));
            }
            last = now;
        }
        if (editions.isEmpty()) {
            throw CommonProblem.NOT_FOUND.because("There is no such rule.");
        }
        return new RuleHistory(code, editions);
    }
}
