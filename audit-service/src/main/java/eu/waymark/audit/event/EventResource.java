package eu.waymark.audit.event;

import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Who did what, to which pseudonym, and why. */
@Path("/api/audit/v1/events")
@RolesAllowed("compliance")
@Tag(name = "Events", description = "The events of your own agency; each look is an event too")
class EventResource {

    private static final String PROOF_EXAMPLE = """
            c2sp.org/tlog-proof@v1
            index 1
            KKOhj2zWQGsIbp/9ofm4oT289EsPPzLLkDGhH9BTrPk=

            waymark.example/log
            2
            dsBtIGpVnUyjKyoO/iQZeNNYrsjMkzcNMTYBtvVjd9I=

            — waymark.example/log t2FUfSS1...
            """;

    private final Inspecting inspecting;
    private final OpeningDetails opening;

    EventResource(Inspecting inspecting, OpeningDetails opening) {
        this.inspecting = inspecting;
        this.opening = opening;
    }

    @GET
    @Operation(
            operationId = "findEvents",
            summary = "Find events, newest first",
            description = "The answer names every source of events and up to when it is complete.")
    public EventPage list(
            @BeanParam @Valid EventFilter filter,
            @BeanParam @Valid PageRequest page,
            @Parameter(
                            description =
                                    "Hash the leaf behind each event again, compare the event with it, and prove it "
                                            + "into the published checkpoint",
                            example = "true")
                    @RestQuery
                    @DefaultValue("false")
                    boolean verify) {
        return inspecting.list(filter, page, verify);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "readEvent", summary = "Read an event")
    public AccessEvent read(UUID id) {
        return inspecting.read(id);
    }

    @GET
    @Path("{id}/details")
    @Operation(
            operationId = "openEventDetails",
            summary = "Open the sealed details of an event",
            description =
                    "Search terms and the like, for INSPECTION, COURT or SUBJECT-ACCESS. 404 where an event has none, "
                            + "410 where somebody it is about was erased, 500 with an alarm where they were tampered with.")
    public EventDetails details(UUID id) {
        return opening.open(id);
    }

    @GET
    @Path("{id}/proof")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "proveEvent",
            summary = "Prove that an event is in the log",
            description =
                    "Hash the leaf, follow the path, compare with the root in the signed checkpoint. As text/plain a "
                            + "C2SP tlog-proof file with the signatures of log and witnesses, to be checked offline with the "
                            + "policy under /log/policy. 503 with Retry-After while no checkpoint covers the event yet.")
    @APIResponse(
            responseCode = "200",
            description = "The proof",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventProof.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING),
                        example = PROOF_EXAMPLE)
            })
    public RestResponse<Object> prove(UUID id, @Context Request request) {
        var asked = request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_PLAIN_TYPE)
                .build());
        var proof = inspecting.prove(id);
        return asked != null && asked.getMediaType().equals(MediaType.TEXT_PLAIN_TYPE)
                ? RestResponse.ResponseBuilder.<Object>ok(proof.file(), MediaType.TEXT_PLAIN_TYPE)
                        .build()
                : RestResponse.ResponseBuilder.<Object>ok(proof, MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }
}
