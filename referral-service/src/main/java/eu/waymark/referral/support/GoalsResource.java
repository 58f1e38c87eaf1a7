package eu.waymark.referral.support;

import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What a child is to reach. */
@Path(GoalsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "manager", "central-authority"})
@Tag(name = "support")
public class GoalsResource {

    static final String PATH = "/api/referral/v1/referrals/{id}/goals";

    private static final String NOT_NOW = "illegal-transition: the work has not been accepted, or is done; forwarded.";

    private final PursuingGoals pursuing;

    GoalsResource(PursuingGoals pursuing) {
        this.pursuing = pursuing;
    }

    @POST
    @Operation(summary = "Set a recovery goal", description = "With what the child says of it.")
    @APIResponseSchema(value = GoalView.class, responseCode = "201", responseDescription = "Set.")
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public RestResponse<GoalView> setGoal(UUID id, @Valid @NotNull SetGoal request) {
        var goal = pursuing.set(id, request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, goal)
                .location(URI.create(place(id, goal.id())))
                .build();
    }

    @GET
    @Operation(
            summary = "List the recovery goals of a child",
            description = "Newest first: your agency's, and those of the child's own agency, which reads all.")
    @APIResponse(responseCode = "200", description = "One page.")
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public Page<GoalView> listGoals(UUID id, @Valid @BeanParam PageRequest page) {
        return pursuing.page(id, page);
    }

    @GET
    @Path("/{goal}")
    @Operation(summary = "Read a recovery goal")
    @APIResponse(responseCode = "200", description = "The goal, and how it goes.")
    @APIResponse(responseCode = "404", description = "No such goal, or none that your agency reads.")
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public GoalView readGoal(UUID id, UUID goal) {
        return pursuing.one(id, goal);
    }

    @POST
    @Path("/{goal}/progress")
    @Operation(summary = "Record how it goes with a goal", description = "What was recorded before stays.")
    @APIResponse(responseCode = "200", description = "Recorded.")
    @APIResponse(responseCode = "404", description = "No such goal, or none that your agency reads.")
    @APIResponse(responseCode = "409", description = NOT_NOW)
    public GoalView recordProgress(UUID id, UUID goal, @Valid @NotNull RecordProgress request) {
        return pursuing.progress(id, goal, request);
    }

    static String place(UUID referral, UUID goal) {
        return PATH.replace("{id}", referral.toString()) + "/" + goal;
    }
}
