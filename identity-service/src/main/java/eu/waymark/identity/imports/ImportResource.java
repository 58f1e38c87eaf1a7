package eu.waymark.identity.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
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
    private static final String NDJSON = "application/x-ndjson";

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
    @Consumes(NDJSON)
    @RolesAllowed("system")
    @Operation(
            operationId = "importPersons",
            summary = "Import up to 5,000 persons",
            description = "One JSON object to a line: `externalId` and demographics. Good lines are taken, bad ones are"
                    + " reported by number. An `externalId` imported before keeps its record. All in one transaction.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
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
    public RestResponse<ImportReport> importAll(@NotBlank String ndjson) throws IOException {
        var report = importing.importAll(ndjson);
        return RestResponse.ResponseBuilder.<ImportReport>created(location(report.id()))
                .entity(report)
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("system")
    @Operation(
            operationId = "openImport",
            summary = "Open an import of any length",
            description =
                    "Under a random UUID of your own. Then send its lines in parts; repeated, it shows how far the"
                            + " import has come.")
    @APIResponse(
            responseCode = "200",
            description = "Open.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    public ImportReport open(UUID id) {
        return importing.open(id);
    }

    @POST
    @Path("{id}/lines")
    @Consumes(NDJSON)
    @RolesAllowed("system")
    @Operation(
            operationId = "importLines",
            summary = "Send lines of an import",
            description =
                    "A part of the file, of up to some 100,000 lines; `from` is how many lines came before it. Lines"
                            + " are taken a thousand at a time, each thousand whole or not at all. When a part breaks off, read"
                            + " the import and go on behind the `lines` it has taken.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "two persons", value = ImportLine.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Taken, as far as the lines were good.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ImportReport.class),
                            examples = @ExampleObject(name = "report", value = ImportReport.EXAMPLE)))
    @APIResponse(
            responseCode = "409",
            description = "`import-offset`: the import stands elsewhere. `illegal-transition`: it has ended.")
    public ImportReport lines(UUID id, @QueryParam("from") @DefaultValue("0") @Min(0) long from, InputStream ndjson) {
        return importing.takeLines(id, from, ndjson);
    }

    @POST
    @Path("{id}/completion")
    @RolesAllowed("system")
    @Operation(operationId = "completeImport", summary = "Say that all lines of an import have been sent")
    @APIResponse(
            responseCode = "200",
            description = "Completed.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    public ImportReport complete(UUID id) {
        return importing.end(id, ImportStatus.COMPLETED);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("system")
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import",
            description = "It takes no more lines. Records that were made stay.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    public ImportReport cancel(UUID id) {
        return importing.end(id, ImportStatus.CANCELLED);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("system")
    @Operation(operationId = "getImport", summary = "Read how an import stands")
    @APIResponse(
            responseCode = "200",
            description = "The report, without record ids.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportReport.class)))
    public ImportReport read(UUID id) {
        return reading.read(id);
    }

    @GET
    @Path("{id}/rejections")
    @RolesAllowed("system")
    @Operation(operationId = "listRejectedLines", summary = "List the lines that an import left out, and why")
    @APIResponse(
            responseCode = "200",
            description = "The next 1,000.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RejectedLines.class)))
    public RejectedLines rejections(UUID id, @QueryParam("after") @DefaultValue("0") @Min(0) long after) {
        return reading.rejections(id, after);
    }
}
