package eu.waymark.platform.persistence.note;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** An endpoint as it must not be: it tells what it knows and leaves no trace, and where it knows nothing it fails. */
@Produces(MediaType.TEXT_PLAIN)
@Path("/api/notes/v1/silent")
public class SilentResource {

    public static final UUID UNFORESEEN = new UUID(0, 7);

    @GET
    @Path("/{id}")
    @RolesAllowed("manager")
    public String read(UUID id) {
        if (id.equals(UNFORESEEN)) {
            throw new IllegalStateException("Nobody thought of this one");
        }
        return "kept in memory";
    }
}
