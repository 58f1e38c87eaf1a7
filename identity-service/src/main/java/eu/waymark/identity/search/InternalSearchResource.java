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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searches that the register makes for its checks. */
@Path("/internal/v1/searches")
@Tag(name = "internal")
class InternalSearchResource {

    private final SearchingForRegister searching;

    InternalSearchResource(SearchingForRegister searching) {
        this.searching = searching;
    }

    @POST
    @RolesAllowed({"practitioner", "central-authority"})
    @Operation(operationId = "searchForCheck", summary = "Search on behalf of the person who checks")
    @APIResponse(
            responseCode = "200",
            description = "At most 20 records, best first.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InternalSearchAnswer.class),
                            examples = @ExampleObject(name = "matches", value = InternalSearchAnswer.EXAMPLE)))
    public InternalSearchAnswer search(@Valid @NotNull Demographics demographics) {
        return searching.search(demographics);
    }
}
