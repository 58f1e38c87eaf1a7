package eu.waymark.register.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one question: is this child already known to be at risk? */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/checks")
@Tag(name = "checks", description = "Is this child already known to be at risk?")
public class ChecksResource {

    private static final String PRACTITIONER = "practitioner";
    private static final String CENTRAL_AUTHORITY = "central-authority";

    private final Checking checking;
    private final ConfirmingMatch confirming;

    ChecksResource(Checking checking, ConfirmingMatch confirming) {
        this.checking = checking;
        this.confirming = confirming;
    }

    /** Which match is the child. */
    @Schema(examples = "{\"handle\":\"f1f6e0f4-3a57-4b7b-a7d9-2a6b1a0d7c55\"}")
    public record Confirmation(@NotNull UUID handle) {}

    @POST
    @RolesAllowed({PRACTITIONER, CENTRAL_AUTHORITY})
    @Operation(
            summary = "Is this child already known to be at risk?",
            description = "Answers hit, possible or no hit with the desk to call and how the data agree; no content."
                    + " The holder of a hit is told at once that you looked, and why.")
    public CheckView check(@NotNull @Valid Demographics child) {
        return checking.check(child);
    }

    @POST
    @Path("/{id}/confirmations")
    @RolesAllowed({PRACTITIONER, CENTRAL_AUTHORITY})
    @Operation(summary = "Confirm that a possible match is the child", description = "Only now is the holder told.")
    public CheckView.Match confirm(UUID id, @NotNull @Valid Confirmation confirmation) {
        return confirming.confirm(id, confirmation.handle());
    }
}
