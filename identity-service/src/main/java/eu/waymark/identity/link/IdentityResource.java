package eu.waymark.identity.link;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Identities: records that are one child. */
@Path("/api/identity/v1/identities")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "Identities", description = "Which records are one child, as people have decided so far.")
class IdentityResource {

    private final ReadingIdentity reading;

    IdentityResource(ReadingIdentity reading) {
        this.reading = reading;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getIdentity",
            summary = "The records of an identity",
            description = "An id that was told once leads to the identity where its record is now.")
    @APIResponse(
            responseCode = "200",
            description = "The identity.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IdentityView.class),
                            examples = @ExampleObject(name = "linked", value = IdentityView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or without a record of yours: the answers are the same.")
    public IdentityView read(UUID id) {
        return reading.one(id);
    }

    @GET
    @Path("of-record/{id}")
    @Operation(operationId = "getIdentityOfRecord", summary = "The identity of a record of your agency")
    @APIResponse(
            responseCode = "200",
            description = "The identity.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IdentityView.class),
                            examples = @ExampleObject(name = "linked", value = IdentityView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or another agency's: the answers are the same.")
    public IdentityView ofRecord(UUID id) {
        return reading.ofRecord(id);
    }
}
