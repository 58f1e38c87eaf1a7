package eu.waymark.platform.persistence.note;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/notes/v1/notes")
public class NotesResource {

    private final AuditedWork audited;
    private final EntityManager notes;

    NotesResource(AuditedWork audited, EntityManager notes) {
        this.audited = audited;
        this.notes = notes;
    }

    public record NewNote(@NotBlank String text) {}

    public record NoteView(UUID id, String text) {}

    /** @param to nobody reads it; with another one it is another request */
    @POST
    @RolesAllowed("practitioner")
    @APIResponseSchema(value = NoteView.class, responseCode = "201")
    public RestResponse<NoteView> write(@QueryParam("to") @Nullable String to, @Valid NewNote request) {
        var view = audited.run(NoteEvent.WRITTEN, trail -> {
            var note = new Note(UUID.randomUUID(), "tag-of-the-child-0001", request.text());
            notes.persist(note);
            trail.about(note.tag);
            trail.resource(note.id.toString());
            trail.created("/api/notes/v1/notes/" + note.id);
            return new NoteView(note.id, note.text);
        });
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/notes/v1/notes/" + view.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("practitioner")
    public NoteView read(UUID id) {
        return audited.run(NoteEvent.READ, trail -> {
            trail.resource(id.toString());
            var note = known(id);
            trail.about(note.tag);
            return new NoteView(note.id, note.text);
        });
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("practitioner")
    @APIResponse(responseCode = "200", description = "Changed")
    public NoteView change(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid NewNote request) {
        return audited.run(NoteEvent.CHANGED, trail -> {
            var note = known(id);
            Versions.require(ifMatch, note.version);
            note.text = request.text();
            trail.about(note.tag);
            return new NoteView(note.id, note.text);
        });
    }

    private Note known(UUID id) {
        var note = notes.find(Note.class, id);
        if (note == null) {
            throw CommonProblem.NOT_FOUND.because("There is no such note.");
        }
        return note;
    }
}
