package eu.waymark.referral.trafficking;

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

/** What follows once a trafficking referral is sent. */
@Path(TraffickingResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "trafficking-referrals")
public class FollowUpResource {

    private final FollowingUp following;
    private final DecidingTrafficking deciding;
    private final KeepingSafe keeping;
    private final RecordingPerson recording;

    FollowUpResource(
            FollowingUp following, DecidingTrafficking deciding, KeepingSafe keeping, RecordingPerson recording) {
        this.following = following;
        this.recording = recording;
        this.deciding = deciding;
        this.keeping = keeping;
    }

    @POST
    @Path("/reception")
    @Operation(summary = "Take a referral", description = "For the local authority that it names.")
    @APIResponse(responseCode = "200", description = "Taken; the agency that referred is notified.")
    @APIResponse(responseCode = "403", description = "not-the-local-authority.")
    public RestResponse<TraffickingView> receiveTraffickingReferral(UUID id) {
        return Versions.tagged(following.receive(id));
    }

    @POST
    @Path("/person")
    @Operation(
            summary = "Name the record of the person",
            description =
                    "For the local authority, where the agency that referred has no person record. Identity is told"
                            + " of the doubt about the age, and the referral is taken.")
    @APIResponse(responseCode = "200", description = "Recorded.")
    @APIResponse(responseCode = "403", description = "not-the-local-authority.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record, or no such referral.")
    @APIResponse(responseCode = "409", description = "trafficking-state: a record is known already.")
    public RestResponse<TraffickingView> recordPerson(UUID id, @Valid @NotNull RecordPerson request) {
        return Versions.tagged(recording.record(id, request));
    }

    @POST
    @Path("/age-doubt")
    @Operation(
            summary = "Confirm that a doubt about the age was raised by hand",
            description = "Where 'warnings' says that identity could not be told.")
    @APIResponse(responseCode = "200", description = "Recorded.")
    public RestResponse<TraffickingView> confirmAgeDoubt(UUID id) {
        return Versions.tagged(following.ageDoubtRaised(id));
    }

    @POST
    @Path("/contacts")
    @Operation(
            summary = "Get in touch",
            description =
                    "Asks whether a way is safe, and records that it was used. What is not listed as safe is blocked.")
    @APIResponse(responseCode = "200", description = "Safe, and recorded.")
    @APIResponse(responseCode = "422", description = "contact-unsafe: choose another way.")
    public RestResponse<TraffickingView> getInTouch(UUID id, @Valid @NotNull GetInTouch request) {
        return Versions.tagged(following.getInTouch(id, request));
    }

    @POST
    @Path("/decisions")
    @Operation(
            summary = "Record a decision of the competent authority",
            description = "By that authority, or by the agency that referred with the source. A negative one may be"
                    + " followed by its reconsideration.")
    @APIResponse(responseCode = "200", description = "Recorded; those concerned are notified.")
    @APIResponse(responseCode = "409", description = "trafficking-state: that decision cannot follow.")
    @APIResponse(
            responseCode = "422",
            description =
                    "too-early: no conclusive decision before the time has run; open-gates: steps of your guideline are"
                            + " open; or invalid fields.")
    public RestResponse<TraffickingView> decideTrafficking(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecideTrafficking request) {
        return Versions.tagged(deciding.decide(id, ifMatch, request));
    }

    @POST
    @Path("/safe-plans")
    @RolesAllowed("manager")
    @Operation(
            summary = "Decide on a safe plan",
            description = "A manager says how the person stays safe when the place to stay ends.")
    @APIResponse(responseCode = "200", description = "Decided.")
    @APIResponse(responseCode = "409", description = "trafficking-state: there is no place to stay that goes on.")
    public RestResponse<TraffickingView> decideSafePlan(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull PlanSafely request) {
        return Versions.tagged(keeping.plan(id, ifMatch, request));
    }

    @POST
    @Path("/accommodation-endings")
    @Operation(
            summary = "End a place to stay",
            description = "Not before a manager has decided on a safe plan, whatever was decided about age or status.")
    @APIResponse(responseCode = "200", description = "Ended.")
    @APIResponse(responseCode = "409", description = "trafficking-state: there is no place to stay that goes on.")
    @APIResponse(responseCode = "422", description = "safe-plan-needed.")
    public RestResponse<TraffickingView> endAccommodation(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull EndAccommodation request) {
        return Versions.tagged(keeping.end(id, ifMatch, request));
    }
}
