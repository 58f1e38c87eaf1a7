package eu.waymark.referral.running;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How due dates come about, and what happens to them on the way. */
@Path("/api/referral/v1/clocks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "clocks", description = "How a due date came about, day by day")
public class ClocksResource {

    private final ExplainingClocks explaining;
    private final ChangingClocks changing;

    ClocksResource(ExplainingClocks explaining, ChangingClocks changing) {
        this.explaining = explaining;
        this.changing = changing;
    }

    @Schema(name = "ClockReason", examples = "{\"reason\":\"returned-for-information\"}")
    record Reason(
            @Schema(description = "One that the rule allows: see the rule's handling.")
            @NotNull
            @Pattern(regexp = "[a-z][a-z-]{1,60}", message = "must be the code of a reason")
            String reason) {}

    @GET
    @Authenticated
    @PurposeFree
    @Operation(
            summary = "Explain a due date by rule, place and start",
            description = "Each day counted or not, and why: holidays by name. No child's data.")
    @APIResponse(responseCode = "200", description = "The due date, and how it came about.")
    public ClockView explainDueDate(@Valid @BeanParam ClockQuery query) {
        return explaining.explain(query);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Explain when work of your agency is due",
            description = "By the id of the work item, or of what it is about.")
    @APIResponse(responseCode = "200", description = "The due date, and how it came about.")
    public RestResponse<ClockView> explainWork(UUID id) {
        return tagged(explaining.explain(id));
    }

    @POST
    @Path("/{id}/pauses")
    @Operation(
            summary = "Stop the clock of work of your agency",
            description = "For a reason that the rule allows. Whoever waits for it keeps the date that it was given.")
    @APIResponse(responseCode = "200", description = "It stands still; nobody is reminded.")
    @APIResponse(responseCode = "409", description = "clock-not-running: it stands still, or the work is done.")
    @APIResponse(responseCode = "422", description = "reason-not-allowed, or invalid fields.")
    public RestResponse<ClockView> pauseClock(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull Reason reason) {
        return tagged(changing.pause(id, ifMatch, reason.reason()));
    }

    @POST
    @Path("/{id}/resumptions")
    @Operation(
            summary = "Let the clock of work of your agency go on",
            description = "What it stood still is not counted: the due date moves.")
    @APIResponse(responseCode = "200", description = "It runs, to its new end.")
    @APIResponse(responseCode = "409", description = "clock-not-paused, or clock-not-running: the work is done.")
    public RestResponse<ClockView> resumeClock(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return tagged(changing.resume(id, ifMatch));
    }

    @POST
    @Path("/{id}/exceptions")
    @RolesAllowed({"manager", "central-authority"})
    @Operation(
            summary = "Give work of your agency another time, or record why it is late",
            description = "For managers, for a reason that the rule allows; the rule says whether the due date moves.")
    @APIResponse(responseCode = "200", description = "Recorded.")
    @APIResponse(responseCode = "409", description = "clock-not-running: the work is done.")
    @APIResponse(responseCode = "422", description = "reason-not-allowed, or invalid fields.")
    public RestResponse<ClockView> exceptClock(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull Reason reason) {
        return tagged(changing.except(id, ifMatch, reason.reason()));
    }

    private static RestResponse<ClockView> tagged(ClockView clock) {
        var work = clock.work();
        return RestResponse.ResponseBuilder.ok(clock)
                .tag(Versions.tag(work == null ? 0 : work.version()))
                .build();
    }
}
