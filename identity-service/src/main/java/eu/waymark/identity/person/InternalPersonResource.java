package eu.waymark.identity.person;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Person records as the other services know them. */
@Path("/internal/v1/persons")
@Tag(name = "internal")
class InternalPersonResource {

    private final ResolvingPerson resolving;

    InternalPersonResource(ResolvingPerson resolving) {
        this.resolving = resolving;
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"service", "practitioner", "supervisor", "manager", "central-authority", "system"})
    @Operation(operationId = "resolvePerson", summary = "Owner and pseudonym of a person record")
    @APIResponse(
            responseCode = "200",
            description = "Owner and pseudonym.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonReference.class),
                            examples = @ExampleObject(name = "reference", value = PersonReference.EXAMPLE)))
    public PersonReference resolve(UUID id) {
        return resolving.resolve(id);
    }
}
