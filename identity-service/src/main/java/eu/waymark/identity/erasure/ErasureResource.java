package eu.waymark.identity.erasure;

import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Erasing a record of the caller's own agency, which takes two of its people. */
@Path("/api/identity/v1/persons/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"supervisor", "manager"})
@Tag(name = "Persons")
class ErasureResource {

    private final ProposingErasure proposing;
    private final DecidingErasure deciding;
    private final ReadingErasure reading;

    ErasureResource(ProposingErasure proposing, DecidingErasure deciding, ReadingErasure reading) {
        this.proposing = proposing;
        this.deciding = deciding;
        this.reading = reading;
    }

    static URI location(UUID person) {
        return URI.create("/api/identity/v1/persons/" + person + "/erasure");
    }

    @POST
    @Operation(
            operationId = "proposeErasure",
            summary = "Propose that a record be erased",
            description = "Nothing happens until another supervisor or manager of your agency approves.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewErasure.class),
                            examples = @ExampleObject(name = "false report", value = NewErasure.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Proposed.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ErasureView.class),
                            examples = @ExampleObject(name = "proposed", value = ErasureView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`erasure-open`: one is proposed or under way.")
    @APIResponse(responseCode = "410", description = "`erased`: it is done.")
    public RestResponse<ErasureView> propose(UUID id, @Valid @NotNull NewErasure erasure) {
        var proposed = proposing.propose(id, erasure);
        return RestResponse.ResponseBuilder.<ErasureView>created(location(id))
                .entity(proposed)
                .tag(Versions.tag(proposed.version()))
                .build();
    }

    @GET
    @Operation(
            operationId = "getErasure",
            summary = "How far the erasure of a record is",
            description = "An approved one waits until nothing goes on about the child in any service.")
    @APIResponse(
            responseCode = "200",
            description = "The newest erasure of the record.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ErasureView.class),
                            examples = @ExampleObject(name = "proposed", value = ErasureView.EXAMPLE)))
    public RestResponse<ErasureView> read(UUID id) {
        return Versions.tagged(reading.read(id));
    }

    @DELETE
    @Operation(operationId = "withdrawErasure", summary = "Withdraw an erasure that is not approved")
    @APIResponse(responseCode = "200", description = "Withdrawn.")
    @APIResponse(responseCode = "409", description = "`illegal-transition`: it is approved, which cannot be undone.")
    public RestResponse<ErasureView> withdraw(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(deciding.withdraw(id, ifMatch));
    }

    @POST
    @Path("approval")
    @Operation(
            operationId = "approveErasure",
            summary = "Approve an erasure as the second person",
            description = "Cannot be undone. Every service lets go of the child as soon as nothing goes on about them.")
    @APIResponse(responseCode = "200", description = "Approved.")
    @APIResponse(responseCode = "403", description = "`second-person-needed`: you proposed it yourself.")
    @APIResponse(responseCode = "409", description = "`illegal-transition`: it is withdrawn or approved already.")
    public RestResponse<ErasureView> approve(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(deciding.approve(id, ifMatch));
    }
}
