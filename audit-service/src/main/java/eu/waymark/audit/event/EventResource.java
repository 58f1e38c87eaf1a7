package eu.waymark.audit.event;

import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what, to which pseudonym, and why. */
@Path("/api/audit/v1/events")
@RolesAllowed("compliance")
@Tag(name = "Events", description = "The events of your own agency; each look is an event too")
class EventResource {

    private final Inspecting inspecting;

    EventResource(Inspecting inspecting) {
        this.inspecting = inspecting;
    }

    @GET
    @Operation(operationId = "findEvents", summary = "Find events, newest first")
    public Page<AccessEvent> list(@BeanParam @Valid EventFilter filter, @BeanParam @Valid PageRequest page) {
        return inspecting.list(filter, page);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readEvent", summary = "Read an event")
    public AccessEvent read(UUID id) {
        return inspecting.read(id);
    }

    @GET
    @Path("{id}/proof")
    @Operation(
            operationId = "proveEvent",
            summary = "Prove that an event is in the log",
            description = "Hash the leaf, follow the path, compare with the root in the signed checkpoint. "
                    + "503 with Retry-After while no checkpoint covers the event yet.")
    public EventProof prove(UUID id) {
        return inspecting.prove(id);
    }
}
