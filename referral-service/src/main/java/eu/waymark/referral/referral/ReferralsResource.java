package eu.waymark.referral.referral;

import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Work handed from agency to agency. */
@Path(ReferralsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "manager", "central-authority"})
@Tag(name = "referrals", description = "Work handed from agency to agency.")
public class ReferralsResource {

    static final String PATH = "/api/referral/v1/referrals";

    private final SendingReferral sending;
    private final DecidingReferral deciding;
    private final RevokingReferral revoking;
    private final ReadingReferrals reading;

    ReferralsResource(
            SendingReferral sending, DecidingReferral deciding, RevokingReferral revoking, ReadingReferrals reading) {
        this.sending = sending;
        this.deciding = deciding;
        this.revoking = revoking;
        this.reading = reading;
    }

    @POST
    @Operation(summary = "Send a referral", description = "Hands work on a child of your agency to another agency.")
    @APIResponseSchema(
            value = ReferralView.class,
            responseCode = "201",
            responseDescription = "Sent; the recipient is notified.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    @APIResponse(responseCode = "410", description = "erased: your agency has had the person record erased.")
    @APIResponse(
            responseCode = "422",
            description = "unknown-agency, own-agency, recipient-cannot-answer, or invalid fields.")
    public RestResponse<ReferralView> sendReferral(@Valid @NotNull SendReferral request) {
        var sent = sending.send(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, sent)
                .location(place(sent.id()))
                .tag(Versions.tag(sent.version()))
                .build();
    }

    @GET
    @Operation(summary = "List your agency's referrals", description = "Newest first, without their texts.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ReferralSummary> listReferrals(@BeanParam ListFilter filter, @Valid @BeanParam PageRequest page) {
        return reading.page(filter, page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a referral", description = "For the agency that sent it and the one that received it.")
    @APIResponse(responseCode = "200", description = "The referral; 'ETag' is its version.")
    public RestResponse<ReferralView> readReferral(UUID id) {
        return Versions.tagged(reading.one(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Operation(
            summary = "Accept or reject a referral",
            description = "For the recipient, once. The sender is notified.")
    @APIResponse(responseCode = "200", description = "Decided.")
    @APIResponse(responseCode = "403", description = "not-the-recipient: your agency sent it.")
    @APIResponse(responseCode = "409", description = "illegal-transition: it is decided or revoked already.")
    public RestResponse<ReferralView> decideReferral(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecideReferral request) {
        return Versions.tagged(deciding.decide(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/revocations")
    @Operation(summary = "Revoke a referral", description = "For the sender, until it is decided.")
    @APIResponse(responseCode = "200", description = "Revoked.")
    @APIResponse(responseCode = "403", description = "not-the-sender: your agency received it.")
    @APIResponse(responseCode = "409", description = "illegal-transition: it is decided or revoked already.")
    public RestResponse<ReferralView> revokeReferral(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(revoking.revoke(id, ifMatch));
    }

    private static URI place(UUID id) {
        return URI.create(PATH + "/" + id);
    }
}
