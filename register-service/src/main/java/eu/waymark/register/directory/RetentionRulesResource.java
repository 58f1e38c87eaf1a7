package eu.waymark.register.directory;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.register.change.Answers;
import eu.waymark.register.change.ChangeView;
import eu.waymark.register.change.Proposing;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How long places keep what has ended; the more particular place comes before its country, and that before ANY. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/retention-rules")
@PurposeFree
@Tag(name = "directory", description = "Agencies, desks, measures, agreements and code lists")
public class RetentionRulesResource {

    private static final String PLACE = "[A-Z]{2}(-[A-Z0-9]{1,3})?|ANY";

    private final RetentionRules rules;
    private final DirectoryLists lists;
    private final Proposing proposing;

    RetentionRulesResource(RetentionRules rules, DirectoryLists lists, Proposing proposing) {
        this.rules = rules;
        this.lists = lists;
        this.proposing = proposing;
    }

    @GET
    @Authenticated
    @Operation(summary = "How long places keep what has ended on a day")
    public Listing<RetentionRuleView> list(@QueryParam("on") @Nullable String on) {
        return Listing.whole(rules.on(lists.day(on)));
    }

    @GET
    @Path("/{place}")
    @Authenticated
    @Operation(summary = "A place's own period on a day")
    @APIResponseSchema(value = RetentionRuleView.class, responseCode = "200")
    public RestResponse<RetentionRuleView> read(String place, @QueryParam("on") @Nullable String on) {
        var rule = rules.of(place, lists.day(on));
        return RestResponse.ResponseBuilder.ok(rule.view())
                .tag(Versions.tag(rule.version()))
                .build();
    }

    @PUT
    @Path("/{place}")
    @RolesAllowed("registrar")
    @Operation(summary = "Propose how long a place keeps what ends, from a day on")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = "It is so already")
    public RestResponse<ChangeView> propose(
            @Pattern(regexp = PLACE, message = "must be an ISO 3166 code, or ANY") String place,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid RetentionRuleView rule) {
        return Answers.to(proposing.propose(rules, place, rule, ifMatch));
    }
}
