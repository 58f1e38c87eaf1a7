package eu.waymark.platform.persistence.note;

import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Declares query parameters in every way there is, and tells what it understood. */
@Produces(MediaType.TEXT_PLAIN)
@Path("/api/notes/v1/asked")
public class AskedResource {

    /** Conditions as a record. */
    public record Conditions(@QueryParam("word") @Nullable String word) {}

    @GET
    @RolesAllowed("practitioner")
    public String asked(
            @BeanParam Conditions conditions,
            @BeanParam @Valid PageRequest page,
            @QueryParam("kind") @Nullable String kind,
            @RestQuery @Nullable String colour) {
        return "word %s, kind %s, colour %s, at most %d".formatted(conditions.word(), kind, colour, page.limit());
    }

    @GET
    @Path("/nothing")
    @RolesAllowed("practitioner")
    public String nothing() {
        return "nothing was asked";
    }

    @GET
    @Path("/freely")
    @RolesAllowed("practitioner")
    public String freely(@Context UriInfo asked) {
        return String.join(", ", asked.getQueryParameters().keySet());
    }
}
