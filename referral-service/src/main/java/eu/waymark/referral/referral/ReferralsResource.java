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
import jakarta.ws.rs.PUT;
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

/** Work handed from agency to agency: written, sent, listed and read. */
@Path(ReferralsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "manager", "central-authority"})
@Tag(name = "referrals", description = "Work handed from agency to agency.")
public class ReferralsResource {

    static final String PATH = "/api/referral/v1/referrals";

    private final SavingDraft drafts;
    private final SendingReferral sending;
    private final ReadingReferrals reading;

    ReferralsResource(SavingDraft drafts, SendingReferral sending, ReadingReferrals reading) {
        this.drafts = drafts;
        this.sending = sending;
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
        return created(sending.send(request));
    }

    @POST
    @Path("/drafts")
    @Operation(
            summary = "Begin a referral without sending it",
            description = "Anyone of your agency's desk can go on with it. Nobody else knows of it.")
    @APIResponseSchema(
            value = ReferralView.class,
            responseCode = "201",
            responseDescription = "Kept; 'missing' says what it still needs.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    @APIResponse(responseCode = "410", description = "erased: your agency has had the person record erased.")
    public RestResponse<ReferralView> beginReferralDraft(@Valid @NotNull BeginDraft request) {
        return created(drafts.begin(request));
    }

    @PUT
    @Path("/{id}/draft")
    @Operation(
            summary = "Go on with a draft",
            description = "Replaces what it asks for. Sections that are not named stay, and no earlier text is lost.")
    @APIResponse(responseCode = "200", description = "Saved; 'missing' says what it still needs.")
    @APIResponse(
            responseCode = "409",
            description = "edited-meanwhile: 'current' shows what stands now; or illegal-transition: it is sent.")
    public RestResponse<ReferralView> saveReferralDraft(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DraftContent request) {
        return Versions.tagged(drafts.save(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/sendings")
    @Operation(summary = "Send a draft")
    @APIResponse(responseCode = "200", description = "Sent; the recipient is notified.")
    @APIResponse(responseCode = "409", description = "illegal-transition: it is sent already.")
    @APIResponse(
            responseCode = "422",
            description = "draft-incomplete, unknown-agency, own-agency or recipient-cannot-answer.")
    public RestResponse<ReferralView> sendReferralDraft(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(sending.sendDraft(id, ifMatch));
    }

    @GET
    @Operation(summary = "List your agency's referrals", description = "Newest first, without their texts.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ReferralSummary> listReferrals(@BeanParam ListFilter filter, @Valid @BeanParam PageRequest page) {
        return reading.page(filter, page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a referral",
            description = "For the agency that sent it and the one that has it. Until it is accepted, a preview.")
    @APIResponse(responseCode = "200", description = "The referral; 'ETag' is its version.")
    @APIResponse(responseCode = "409", description = "forwarded: your agency has handed it on.")
    public RestResponse<ReferralView> readReferral(UUID id) {
        return Versions.tagged(reading.one(id));
    }

    private static RestResponse<ReferralView> created(ReferralView view) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create(PATH + "/" + view.id()))
                .tag(Versions.tag(view.version()))
                .build();
    }
}
