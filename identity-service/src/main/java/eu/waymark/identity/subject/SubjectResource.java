package eu.waymark.identity.subject;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is held on a person of the caller's own agency. */
@Path("/api/identity/v1/persons/{id}/subject-access")
@Tag(name = "Persons")
class SubjectResource {

    private final ExportingSubject exporting;

    SubjectResource(ExportingSubject exporting) {
        this.exporting = exporting;
    }

    @GET
    @RolesAllowed({"practitioner", "supervisor", "manager"})
    @Operation(
            operationId = "exportSubject",
            summary = "All that is held on a person, for their request",
            description = "With the purpose `SUBJECT-ACCESS` only. Says nothing about other people.")
    @APIResponse(
            responseCode = "200",
            description = "All of it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubjectExport.class),
                            examples = @ExampleObject(name = "export", value = SubjectExport.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or another agency's: the answers are the same.")
    public SubjectExport export(UUID id) {
        return exporting.export(id);
    }
}
