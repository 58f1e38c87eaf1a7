package eu.waymark.identity.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the other services say that they hold nothing about a person any more. */
@Path("/internal/v1/erasures/{id}/confirmations")
@Tag(name = "internal")
class ConfirmationResource {

    private final ConfirmingErasure confirming;

    ConfirmationResource(ConfirmingErasure confirming) {
        this.confirming = confirming;
    }

    @POST
    @RolesAllowed("service")
    @Operation(
            operationId = "confirmErasure",
            summary = "Confirm that this service has erased a person",
            description = "As often as it takes: repeated, it changes nothing.")
    @APIResponse(responseCode = "204", description = "Taken.")
    @APIResponse(responseCode = "409", description = "`illegal-transition`: nobody has approved this erasure.")
    public void confirm(UUID id) {
        confirming.confirm(id);
    }
}
