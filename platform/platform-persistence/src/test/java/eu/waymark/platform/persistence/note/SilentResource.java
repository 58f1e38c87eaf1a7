package eu.waymark.platform.persistence.note;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** An endpoint as it must not be: it tells what it knows and leaves no trace. */
@Produces(MediaType.TEXT_PLAIN)
@Path("/api/notes/v1/silent")
public class SilentResource {

    @GET
    @Path("/{id}")
    @RolesAllowed("manager")
    public String read(UUID id) {
        return "kept in memory";
    }
}
