package eu.waymark.register.entry;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The birth of a child whose measure began before it. */
@Produces(MediaType.APPLICATION_JSON)
@Path(EntriesResource.PATH + "/{id}/birth")
@Tag(name = "entries")
public class BirthResource {

    private final RecordingBirth recording;

    BirthResource(RecordingBirth recording) {
        this.recording = recording;
    }

    /**
     * A birth.
     *
     * @param measure the measure that goes on from now; absent where it stays
     */
    @Schema(examples = "{\"bornOn\":\"2026-11-20\",\"measure\":\"GB-ENG-CPP\"}")
    public record Birth(
            @NotNull @PastOrPresent(message = "must not be in the future")
            LocalDate bornOn,

            @Size(max = 50) @Nullable String measure)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @PUT
    @RolesAllowed({"practitioner", "manager"})
    @Operation(
            summary = "Record the birth of a child who was entered before it",
            description = "The next review is due by the clock of the birth, if that is sooner.")
    @APIResponseSchema(value = EntryView.class, responseCode = "200")
    public RestResponse<EntryView> born(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Birth birth) {
        var entry = recording.record(id, ifMatch, birth);
        return RestResponse.ResponseBuilder.ok(entry)
                .tag(Versions.tag(entry.version()))
                .build();
    }
}
