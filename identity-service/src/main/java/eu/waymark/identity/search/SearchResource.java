package eu.waymark.identity.search;

import eu.waymark.identity.demographics.Demographics;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Searches, which come before every new person record. */
@Path("/api/identity/v1/searches")
@Tag(name = "Searches", description = "Is this person known already? Ask before recording them.")
class SearchResource {

    private final Searching searching;

    SearchResource(Searching searching) {
        this.searching = searching;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({"practitioner", "central-authority"})
    @Operation(
            operationId = "searchPersons",
            summary = "Search for a person",
            description = "Own records come with reasons; those of other agencies say how they agree, and nothing else."
                    + " The id is good for one new record within 30 minutes. An empty list is no proof of absence.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Demographics.class),
                            examples = {
                                @ExampleObject(name = "about twelve", value = Demographics.EXAMPLE),
                                @ExampleObject(name = "all that can be said", value = Demographics.FULL_EXAMPLE)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Searched.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SearchAnswer.class),
                            examples = @ExampleObject(name = "candidates", value = SearchAnswer.EXAMPLE)))
    @APIResponse(responseCode = "422", description = "`search-too-broad`, or fields that are not valid.")
    @APIResponse(responseCode = "429", description = "`too-many-searches`: more than 30 in a minute.")
    public SearchAnswer search(@Valid @NotNull Demographics demographics) {
        return searching.search(demographics);
    }
}
