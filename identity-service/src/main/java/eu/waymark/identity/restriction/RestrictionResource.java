package eu.waymark.identity.restriction;

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
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
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

/** Restricting a record of the caller's own agency. */
@Path("/api/identity/v1/persons/{id}/restriction")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"supervisor", "manager"})
@Tag(name = "Persons")
class RestrictionResource {

    private final RestrictingPerson restricting;

    RestrictionResource(RestrictingPerson restricting) {
        this.restricting = restricting;
    }

    static URI location(UUID person) {
        return URI.create("/api/identity/v1/persons/" + person + "/restriction");
    }

    @POST
    @Operation(
            operationId = "restrictPerson",
            summary = "Restrict a record of your agency",
            description = "It is kept and not used: no other agency finds it in a search, and nobody changes it. The"
                    + " register's checks still find it, for they protect a child.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewRestriction.class),
                            examples = @ExampleObject(name = "contested", value = NewRestriction.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Restricted.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RestrictionView.class),
                            examples = @ExampleObject(name = "restricted", value = RestrictionView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`restricted`: it is already.")
    public RestResponse<RestrictionView> restrict(UUID id, @Valid @NotNull NewRestriction asked) {
        var restriction = restricting.restrict(id, asked);
        return RestResponse.ResponseBuilder.<RestrictionView>created(location(id))
                .entity(restriction)
                .tag(Versions.tag(restriction.version()))
                .build();
    }

    @GET
    @Operation(operationId = "listRestrictions", summary = "Read the restrictions of a record, lifted ones too")
    @APIResponse(responseCode = "200", description = "The newest first.")
    public List<RestrictionView> read(UUID id) {
        return restricting.read(id);
    }

    @DELETE
    @Operation(
            operationId = "liftRestriction",
            summary = "Lift the restriction of a record",
            description = "Tell the person before you do: article 18(3).")
    @APIResponse(
            responseCode = "200",
            description = "Lifted.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RestrictionView.class),
                            examples = @ExampleObject(name = "lifted", value = RestrictionView.EXAMPLE)))
    public RestrictionView lift(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return restricting.lift(id, ifMatch);
    }
}
