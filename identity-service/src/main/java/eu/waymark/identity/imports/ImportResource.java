package eu.waymark.identity.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Imports from the caller's own system. */
@Path(ImportResource.PATH)
@Tag(name = "Imports", description = "Person records from an agency's own system, many at once.")
class ImportResource {

    static final String PATH = "/api/identity/v1/imports";

    private final ImportingPersons importing;
    private final ReadingImport reading;

    ImportResource(ImportingPersons importing, ReadingImport reading) {
        this.importing = importing;
        this.reading = reading;
    }

    static URI location(UUID id) {
        return URI.create(PATH + "/" + id);
    }

    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed("system")
    @Operation(
            operationId = "importPersons",
            summary = "Import up to 5,000 persons",
            description = "One JSON object to a line: `externalId` and demographics. Good lines are taken, bad ones are"
                    + " reported by number. An `externalId` imported before keeps its record.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "two persons", value = ImportLine.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Taken, as far as the lines were good.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ImportReport.class),
                            examples = @ExampleObject(name = "report", value = ImportReport.EXAMPLE)))
    @APIResponse(responseCode = "422", description = "`import-too-large`: more than 5,000 lines.")
    public RestResponse<ImportReport> importAll(@NotBlank String ndjson) {
        var report = importing.importAll(ndjson);
        return RestResponse.ResponseBuilder.<ImportReport>created(location(report.id()))
                .entity(report)
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed("system")
    @Operation(operationId = "getImport", summary = "Read what became of an import")
    @APIResponse(
            responseCode = "200",
            description = "The report, without record ids.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    public ImportReport read(UUID id) {
        return reading.read(id);
    }
}
