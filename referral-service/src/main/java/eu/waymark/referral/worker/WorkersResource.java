package eu.waymark.referral.worker;

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

/** Who works with an agency's worklist, who is away, and who has left. */
@Path("/api/referral/v1/worklist")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "worklist", description = "What your agency has to do, by desk, with clocks.")
public class WorkersResource {

    private final Staffing staffing;
    private final BeingAway away;

    WorkersResource(Staffing staffing, BeingAway away) {
        this.staffing = staffing;
        this.away = away;
    }

    @GET
    @Path("/workers")
    @Operation(
            summary = "List who works with your agency's worklist",
            description = "Whoever has opened it, and has not left. By name, at most 1,000, on one page.")
    @APIResponse(responseCode = "200", description = "The people to whom work can be given.")
    public Page<Colleague> listWorkers() {
        return staffing.all();
    }

    @POST
    @Path("/workers/{subject}/departures")
    @RolesAllowed({"manager", "central-authority"})
    @Operation(
            summary = "Note that a colleague has left",
            description = "What the colleague had lies on the desk again, and nobody stands in for or by that person.")
    @APIResponse(responseCode = "200", description = "How many items came back.")
    @APIResponse(responseCode = "404", description = "not-found: nobody of that subject works with your worklist.")
    public Staffing.Departure noteDeparture(String subject) {
        return staffing.left(subject);
    }

    @GET
    @Path("/absences")
    @Operation(summary = "List who of your agency is away, now or soon", description = "The next absence first.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<AbsenceView> listAbsences(@Valid @BeanParam PageRequest page) {
        return away.page(page);
    }

    @POST
    @Path("/absences")
    @Operation(
            summary = "Enter days on which somebody is away",
            description = "Meanwhile the deputy does the work, or it lies on the desk; then it comes back.")
    @APIResponseSchema(value = AbsenceView.class, responseCode = "201", responseDescription = "Entered.")
    @APIResponse(responseCode = "403", description = "manager-needed: the absence of somebody else.")
    @APIResponse(responseCode = "409", description = "conflict: the person is away on one of these days already.")
    public RestResponse<AbsenceView> enterAbsence(@Valid @NotNull EnterAbsence request) {
        var entered = away.enter(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, entered)
                .location(URI.create("/api/referral/v1/worklist/absences/" + entered.id()))
                .tag(Versions.tag(entered.version()))
                .build();
    }

    @POST
    @Path("/absences/{id}/ends")
    @Operation(summary = "End an absence now", description = "The work comes back at once.")
    @APIResponse(responseCode = "200", description = "Ended.")
    @APIResponse(responseCode = "403", description = "manager-needed: the absence of somebody else.")
    @APIResponse(responseCode = "404", description = "not-found: your agency has no such absence.")
    public RestResponse<AbsenceView> endAbsence(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(away.end(id, ifMatch));
    }
}
