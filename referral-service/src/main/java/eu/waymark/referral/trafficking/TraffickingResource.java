package eu.waymark.referral.trafficking;

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

/** Referrals of people who may have been trafficked: from draft to sending. */
@Path(TraffickingResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(
        name = "trafficking-referrals",
        description = "People who may have been trafficked are referred as victims, and whoever may be a child as one.")
public class TraffickingResource {

    static final String PATH = "/api/referral/v1/trafficking-referrals";

    private final DraftingTrafficking drafting;
    private final SendingTrafficking sending;
    private final ReadingTrafficking reading;

    TraffickingResource(DraftingTrafficking drafting, SendingTrafficking sending, ReadingTrafficking reading) {
        this.drafting = drafting;
        this.sending = sending;
        this.reading = reading;
    }

    @POST
    @Operation(summary = "Begin a draft", description = "It may lack anything, and is taken up again later.")
    @APIResponseSchema(value = TraffickingView.class, responseCode = "201", responseDescription = "Saved.")
    @APIResponse(
            responseCode = "400",
            description = "Also a birth date that no calendar has, or that has not come yet.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    public RestResponse<TraffickingView> startTraffickingReferral(@Valid @NotNull StartTrafficking request) {
        var draft = drafting.start(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, draft)
                .location(URI.create(PATH + "/" + draft.id()))
                .tag(Versions.tag(draft.version()))
                .build();
    }

    @GET
    @Operation(
            summary = "List trafficking referrals",
            description = "Your agency's own with its drafts, and those sent to it, newest first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<TraffickingSummary> listTraffickingReferrals(@Valid @BeanParam PageRequest page) {
        return reading.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a trafficking referral",
            description = "For the agency that referred, the local authority and the competent authority.")
    @APIResponse(responseCode = "200", description = "The referral; 'ETag' is its version.")
    public RestResponse<TraffickingView> readTraffickingReferral(UUID id) {
        return Versions.tagged(reading.one(id));
    }

    @PUT
    @Path("/{id}/form")
    @Operation(summary = "Go on with a draft", description = "Takes the place of what was saved.")
    @APIResponse(responseCode = "200", description = "Saved.")
    @APIResponse(responseCode = "409", description = "trafficking-state: what was sent stays as it was sent.")
    public RestResponse<TraffickingView> saveTraffickingForm(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TraffickingForm form) {
        return Versions.tagged(drafting.rewrite(id, ifMatch, form));
    }

    @POST
    @Path("/{id}/sendings")
    @Operation(
            summary = "Send a draft",
            description =
                    "Of a child, or somebody who may be one, no means need be shown and no consent is asked: it is"
                            + " explained. Identity is told of the doubt about the age; where it could not be, 'warnings' says so"
                            + " and the worker raises it by hand.")
    @APIResponse(responseCode = "200", description = "Sent; the local authority is notified and the clocks run.")
    @APIResponse(responseCode = "409", description = "trafficking-state: it is sent already.")
    @APIResponse(responseCode = "422", description = "trafficking-incomplete: what is missing, field by field.")
    public RestResponse<TraffickingView> sendTraffickingReferral(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(sending.send(id, ifMatch));
    }
}
