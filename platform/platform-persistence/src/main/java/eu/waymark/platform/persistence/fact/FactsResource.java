package eu.waymark.platform.persistence.fact;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where other services deliver facts. Never reachable through the gateway. */
@Path("/internal/v1/events")
@Tag(name = "internal")
public class FactsResource {

    private final CurrentCaller caller;
    private final FactInbox inbox;

    FactsResource(CurrentCaller caller, FactInbox inbox) {
        this.caller = caller;
        this.inbox = inbox;
    }

    @POST
    @RolesAllowed("service")
    @Operation(summary = "Deliver facts", description = "At least once, in order; each is taken once.")
    @APIResponse(responseCode = "204", description = "All are taken.")
    public void take(@NotEmpty @Size(max = 100) List<Fact> facts) {
        var source = caller.get().client();
        if (!facts.stream().allMatch(fact -> fact.source().equals(source))) {
            throw CommonProblem.FORBIDDEN.because("A service delivers its own facts only.");
        }
        facts.forEach(inbox::take);
    }
}
