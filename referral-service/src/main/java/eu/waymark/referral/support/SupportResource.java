package eu.waymark.referral.support;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The minimum package of support. */
@Path("/api/referral/v1/referrals/{id}/support")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "manager", "central-authority"})
@Tag(name = "support", description = "The least that every child gets, and what it wants to reach.")
public class SupportResource {

    private static final String NOT_NOW = "illegal-transition: the work has not been accepted, or is done; forwarded.";

    private final GivingSupport giving;

    SupportResource(GivingSupport giving) {
        this.giving = giving;
    }

    @GET
    @Operation(
            summary = "Read how the minimum package stands",
            description = "What is planned, in place or refused for this child, and what is missing.")
    @APIResponse(responseCode = "200", description = "The whole package.")
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public SupportView readSupport(UUID id) {
        return giving.read(id);
    }

    @POST
    @Operation(
            summary = "Say how one item of the package stands",
            description = "For both agencies, while the work goes on. What was said before stays on record.")
    @APIResponse(responseCode = "200", description = "Recorded; the whole package.")
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public SupportView recordSupport(UUID id, @Valid @NotNull RecordSupport request) {
        return giving.change(id, request);
    }
}
