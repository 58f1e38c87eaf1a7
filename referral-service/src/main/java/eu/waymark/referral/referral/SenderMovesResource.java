package eu.waymark.referral.referral;

import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the sender does with a referral that is under way. */
@Path(ReferralsResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "manager", "central-authority"})
@Tag(name = "referrals")
public class SenderMovesResource {

    private static final String TOO_LATE = "illegal-transition: it says who did what when; or forwarded.";
    private static final String NOT_THE_SENDER = "not-the-sender: your agency received it.";

    private final ResubmittingReferral resubmitting;
    private final RevokingReferral revoking;
    private final SharingSection sharing;
    private final RaisingReferral raising;

    SenderMovesResource(
            ResubmittingReferral resubmitting,
            RevokingReferral revoking,
            SharingSection sharing,
            RaisingReferral raising) {
        this.resubmitting = resubmitting;
        this.revoking = revoking;
        this.sharing = sharing;
        this.raising = raising;
    }

    @POST
    @Path("/resubmissions")
    @Operation(
            summary = "Answer the recipient's question",
            description = "A clock that stood goes on with the time that was left. The answer is the note.")
    @APIResponse(responseCode = "200", description = "Sent again.")
    @APIResponse(responseCode = "403", description = NOT_THE_SENDER)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    public RestResponse<ReferralView> resubmitReferral(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull Reasoned request) {
        return Versions.tagged(resubmitting.resubmit(id, ifMatch, request.note()));
    }

    @POST
    @Path("/revocations")
    @Operation(summary = "Revoke a referral", description = "For the sender, until it is decided; also a draft.")
    @APIResponse(responseCode = "200", description = "Revoked.")
    @APIResponse(responseCode = "403", description = NOT_THE_SENDER)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    public RestResponse<ReferralView> revokeReferral(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(revoking.revoke(id, ifMatch));
    }

    @POST
    @Path("/shares")
    @Operation(
            summary = "Widen or narrow what the recipient reads",
            description = "Section by section, until the work is done. The recipient is told each time.")
    @APIResponse(responseCode = "200", description = "Changed.")
    @APIResponse(responseCode = "403", description = NOT_THE_SENDER)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    public RestResponse<ReferralView> shareSection(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ShareSection request) {
        return Versions.tagged(sharing.share(id, ifMatch, request));
    }

    @POST
    @Path("/raisings")
    @Operation(
            summary = "Raise early help to protection",
            description = "For either agency; the other is told. Nothing begins anew. The reason is the note.")
    @APIResponse(responseCode = "200", description = "Raised.")
    @APIResponse(
            responseCode = "409",
            description = "illegal-transition: it is protection already, or over; or forwarded.")
    public RestResponse<ReferralView> raiseReferral(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull Reasoned request) {
        return Versions.tagged(raising.raise(id, ifMatch, request.note()));
    }
}
