package eu.waymark.identity.search;

import eu.waymark.identity.demographics.Demographics;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
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

    /** A record whose child is searched for. */
    @Schema(name = "RecordedChild", examples = "{\"recordId\":\"0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10\"}")
    record RecordedChild(@NotNull UUID recordId) {}

    @POST
    @Path("/by-record")
    @RolesAllowed({"practitioner", "central-authority"})
    @Operation(
            operationId = "searchForCheckByRecord",
            summary = "Search for the child of a record of one's own agency",
            description = "The record itself is among the matches.")
    @APIResponse(
            responseCode = "200",
            description = "At most 20 records, best first.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InternalSearchAnswer.class),
                            examples = @ExampleObject(name = "matches", value = InternalSearchAnswer.EXAMPLE)))
    public InternalSearchAnswer searchByRecord(@Valid @NotNull RecordedChild child) {
        return searching.search(child.recordId());
    }
}
