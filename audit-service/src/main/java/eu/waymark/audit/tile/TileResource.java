package eu.waymark.audit.tile;

import eu.waymark.audit.log.LogTiles;
import eu.waymark.log.Tile;
import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.problem.CommonProblem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The log in static pieces that never change, from which anybody can check all of it (C2SP tlog-tiles). */
@Path(TileResource.PATH)
@Tag(name = "Log")
class TileResource {

    static final String PATH = "/api/audit/v1/log/tile/";
    private static final String WIDTH =
            "; '.p/<width>' behind it asks for the first 1 to 255 only. Slashes are not escaped.";

    private final LogTiles tiles;
    private final ReadingEntries entries;

    TileResource(LogTiles tiles, ReadingEntries entries) {
        this.tiles = tiles;
        this.entries = entries;
    }

    @GET
    @Path("{path: .+}")
    @PermitAll
    @PurposeFree
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @SecurityRequirements
    @Operation(
            operationId = "readTile",
            summary = "256 hashes of one level of the tree",
            description =
                    "A C2SP tlog-tiles tile: 32 bytes for each hash. It never changes, once the published checkpoint covers it; "
                            + "until then it is not to be stored. 404 for what is not spelled "
                            + "as the specification says, and for a width that no checkpoint covers yet.")
    @APIResponse(
            responseCode = "200",
            description = "The hashes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Parameter(
            name = "path",
            in = ParameterIn.PATH,
            required = true,
            description = "Level, then index in groups of three digits, all but the last behind an x" + WIDTH,
            schema = @Schema(type = SchemaType.STRING),
            example = "0/x001/067.p/5")
    public RestResponse<byte[]> hashes(@Context HttpServerRequest request) {
        return Tile.parse(asked(request))
                .flatMap(tiles::hashes)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                        "The log has no such tile, or no checkpoint covers it in this width yet."))
                .answer("public");
    }

    @GET
    @Path("entries/{path: .+}")
    @RolesAllowed("compliance")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "readEntries",
            summary = "256 events of the log, as their producers wrote them",
            description =
                    "A C2SP tlog-tiles entry bundle: before each event its length in two bytes. For AUDIT, INSPECTION "
                            + "or COURT; each bundle is an event of its own. 404 as for tiles, 503 with Retry-After when too "
                            + "many read at once.")
    @APIResponse(
            responseCode = "200",
            description = "The entries",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Parameter(
            name = "path",
            in = ParameterIn.PATH,
            required = true,
            description = "Index in groups of three digits, all but the last behind an x" + WIDTH,
            schema = @Schema(type = SchemaType.STRING),
            example = "x001/067")
    public RestResponse<byte[]> entries(@Context HttpServerRequest request) {
        // Whoever was not asked for a token must not get it out of somebody's cache.
        return entries.read(asked(request)).answer("private");
    }

    /** As it was sent: the server would decode and normalize it, and a tile has one spelling only. */
    private static String asked(HttpServerRequest request) {
        var path = request.path();
        return path.startsWith(PATH) ? path.substring(PATH.length()) : "";
    }
}
