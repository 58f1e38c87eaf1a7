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

/** What the recipient does with a referral. */
@Path(ReferralsResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "manager", "central-authority"})
@Tag(name = "referrals")
public class MovesResource {

    private static final String TOO_LATE = "illegal-transition: it says who did what when; or forwarded.";
    private static final String NOT_THE_RECIPIENT = "not-the-recipient: your agency sent it.";

    private final ReceivingReferral receiving;
    private final DecidingReferral deciding;
    private final ReturningReferral returning;
    private final ForwardingReferral forwarding;
    private final FinishingReferral finishing;

    MovesResource(
            ReceivingReferral receiving,
            DecidingReferral deciding,
            ReturningReferral returning,
            ForwardingReferral forwarding,
            FinishingReferral finishing) {
        this.receiving = receiving;
        this.deciding = deciding;
        this.returning = returning;
        this.forwarding = forwarding;
        this.finishing = finishing;
    }

    @POST
    @Path("/receipts")
    @Operation(summary = "Take a referral by name", description = "The sender learns that a worker has it.")
    @APIResponse(responseCode = "200", description = "Received.")
    @APIResponse(responseCode = "403", description = NOT_THE_RECIPIENT)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    public RestResponse<ReferralView> receiveReferral(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(receiving.receive(id, ifMatch));
    }

    @POST
    @Path("/decisions")
    @Operation(
            summary = "Accept or reject a referral",
            description =
                    "For the recipient, once. The sender is notified. Only an acceptance shows the shared sections.")
    @APIResponse(responseCode = "200", description = "Decided.")
    @APIResponse(responseCode = "403", description = NOT_THE_RECIPIENT)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    public RestResponse<ReferralView> decideReferral(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecideReferral request) {
        return Versions.tagged(deciding.decide(id, ifMatch, request));
    }

    @POST
    @Path("/returns")
    @Operation(
            summary = "Ask the sender for more",
            description =
                    "The clock stands until the sender has answered, where its rule lets it. The question is the note.")
    @APIResponse(responseCode = "200", description = "Returned.")
    @APIResponse(responseCode = "403", description = NOT_THE_RECIPIENT)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    public RestResponse<ReferralView> returnReferral(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull Reasoned request) {
        return Versions.tagged(returning.giveBack(id, ifMatch, request.note()));
    }

    @POST
    @Path("/forwardings")
    @Operation(
            summary = "Hand a referral on to the right agency",
            description = "Its sender learns who has it now. The clock of the next recipient begins.")
    @APIResponse(responseCode = "200", description = "Forwarded: the last that your agency sees of it.")
    @APIResponse(responseCode = "403", description = NOT_THE_RECIPIENT)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    @APIResponse(responseCode = "422", description = "unknown-agency, own-agency or recipient-cannot-answer.")
    public RestResponse<ReferralView> forwardReferral(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ForwardReferral request) {
        return Versions.tagged(forwarding.forward(id, ifMatch, request));
    }

    @POST
    @Path("/completions")
    @Operation(
            summary = "End the work on a referral",
            description = "With its outcome. Your agency's relation to the child ends.")
    @APIResponse(responseCode = "200", description = "Done.")
    @APIResponse(responseCode = "403", description = NOT_THE_RECIPIENT)
    @APIResponse(responseCode = "409", description = TOO_LATE)
    public RestResponse<ReferralView> completeReferral(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull FinishReferral request) {
        return Versions.tagged(finishing.finish(id, ifMatch, request));
    }
}
