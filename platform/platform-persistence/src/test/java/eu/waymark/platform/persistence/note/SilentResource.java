package eu.waymark.platform.persistence.note;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.UUID;

/** An endpoint as it must not be: it tells what it knows and leaves no trace, and where it knows nothing it fails. */
@Produces(MediaType.TEXT_PLAIN)
@Path("/api/notes/v1/silent")
public class SilentResource {

    public static final UUID UNFORESEEN = new UUID(0, 7);

    /** Has the database asked outside of any work that is on record, as whoever counts requests does. */
    public static final UUID COUNTED = new UUID(0, 8);

    private final AgroalDataSource database;

    SilentResource(AgroalDataSource database) {
        this.database = database;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("manager")
    public String read(UUID id) {
        if (id.equals(UNFORESEEN)) {
            throw new IllegalStateException("Nobody thought of this one");
        }
        return id.equals(COUNTED) ? count() : "kept in memory";
    }

    private String count() {
        try (var connection = database.getConnection()) {
            return connection.getCatalog();
        } catch (SQLException failed) {
            throw new IllegalStateException("Nothing could be counted", failed);
        }
    }
}
