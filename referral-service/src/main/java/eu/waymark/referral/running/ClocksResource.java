package eu.waymark.referral.running;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How due dates come about, and what happens to them on the way. */
@Path("/api/referral/v1/clocks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "clocks", description = "How a due date came about, day by day")
public class ClocksResource {

    private final ExplainingClocks explaining;

    ClocksResource(ExplainingClocks explaining) {
        this.explaining = explaining;
    }

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

    private static RestResponse<ClockView> tagged(ClockView clock) {
        var work = clock.work();
        return RestResponse.ResponseBuilder.ok(clock)
                .tag(Versions.tag(work == null ? 0 : work.version()))
                .build();
    }
}
