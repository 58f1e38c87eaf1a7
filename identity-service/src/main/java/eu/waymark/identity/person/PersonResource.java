package eu.waymark.identity.person;

import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The person records of the caller's own agency. */
@Path(PersonResource.PATH)
@Tag(name = "Persons", description = "Person records. Each belongs to the agency that made it.")
class PersonResource {

    static final String PATH = "/api/identity/v1/persons";

    private final RecordingPerson recording;
    private final CorrectingPerson correcting;
    private final ReadingPersons reading;

    PersonResource(RecordingPerson recording, CorrectingPerson correcting, ReadingPersons reading) {
        this.recording = recording;
        this.correcting = correcting;
        this.reading = reading;
    }

    static URI location(UUID id) {
        return URI.create(PATH + "/" + id);
    }

    @POST
    @RolesAllowed({"practitioner", "central-authority"})
    @Operation(
            operationId = "recordPerson",
            summary = "Record a person that a search did not find",
            description =
                    "Follows a search of the last 30 minutes, by the same person, for the same demographics; once.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewPerson.class),
                            examples = @ExampleObject(name = "person", value = NewPerson.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonView.class),
                            examples = @ExampleObject(name = "person", value = PersonView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`search-used`: the search has already led to a record.")
    @APIResponse(responseCode = "410", description = "`search-expired`: search again.")
    @APIResponse(responseCode = "422", description = "`search-mismatch`: not your search, or other demographics.")
    public RestResponse<PersonView> record(@Valid @NotNull NewPerson person) {
        var recorded = recording.record(person);
        return RestResponse.ResponseBuilder.<PersonView>created(location(recorded.id()))
                .entity(recorded)
                .tag(Versions.tag(recorded.version()))
                .build();
    }

    @GET
    @RolesAllowed({"practitioner", "supervisor", "central-authority"})
    @Operation(operationId = "listPersons", summary = "List your agency's person records, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<PersonView> list(@Valid @BeanParam PageRequest page) {
        return reading.own(page);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"practitioner", "supervisor", "central-authority"})
    @Operation(operationId = "getPerson", summary = "Read a person record of your agency")
    @APIResponse(
            responseCode = "200",
            description = "The record.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonView.class),
                            examples = @ExampleObject(name = "person", value = PersonView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or another agency's: the answers are the same.")
    @APIResponse(responseCode = "410", description = "`erased`: your agency has had the record erased.")
    public RestResponse<PersonView> read(UUID id) {
        var person = reading.one(id);
        return RestResponse.ResponseBuilder.ok(person)
                .tag(Versions.tag(person.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
    @Operation(
            operationId = "correctPerson",
            summary = "Correct a person record of your agency",
            description = "Takes the place of what the record says; what it said stays in its history. Names that were"
                    + " never right find nobody any more; names that were right once stay as former ones unless the"
                    + " reason is `was-wrong` or `asked-by-subject`. A correction counts as a search.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CorrectedPerson.class),
                            examples = @ExampleObject(name = "new name", value = CorrectedPerson.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Corrected.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonView.class),
                            examples = @ExampleObject(name = "person", value = PersonView.EXAMPLE)))
    @APIResponse(responseCode = "412", description = "`stale`: somebody has changed the record; read it again.")
    @APIResponse(
            responseCode = "429",
            description = "`too-many-searches`, `search-enumeration`: a correction tells whom the record is like, and"
                    + " counts as a search.")
    public RestResponse<PersonView> correct(
            UUID id, @Valid @NotNull CorrectedPerson person, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var corrected = correcting.correct(id, person, ifMatch);
        return RestResponse.ResponseBuilder.ok(corrected)
                .tag(Versions.tag(corrected.version()))
                .build();
    }

    @GET
    @Path("{id}/history")
    @RolesAllowed({"practitioner", "supervisor", "central-authority"})
    @Operation(operationId = "getPersonHistory", summary = "Read what a person record of your agency said before")
    @APIResponse(
            responseCode = "200",
            description = "Every earlier version, newest first.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonHistory.class),
                            examples = @ExampleObject(name = "once corrected", value = PersonHistory.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or another agency's: the answers are the same.")
    public PersonHistory history(UUID id) {
        return reading.history(id);
    }
}
