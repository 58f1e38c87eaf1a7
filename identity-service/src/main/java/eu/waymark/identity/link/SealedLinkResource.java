package eu.waymark.identity.link;

import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** Links that only named workers know. */
@Path(SealedLinkResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"supervisor", "central-authority"})
@Tag(name = "Links")
class SealedLinkResource {

    static final String PATH = "/api/identity/v1/links/sealed";

    private final SealingLink sealing;

    SealedLinkResource(SealingLink sealing) {
        this.sealing = sealing;
    }

    static URI location(UUID id) {
        return URI.create(PATH + "/" + id);
    }

    @POST
    @Operation(
            operationId = "proposeSealedLink",
            summary = "Propose a link that only named workers are to know",
            description = "For an adoption or a new identity. Everybody else is answered as if there were none.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewSealedLink.class),
                            examples = @ExampleObject(name = "adoption", value = NewSealedLink.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Proposed: another of the named workers confirms it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SealedLinkView.class),
                            examples = @ExampleObject(name = "proposed", value = SealedLinkView.EXAMPLE)))
    public RestResponse<SealedLinkView> propose(@Valid @NotNull NewSealedLink link) {
        var proposed = sealing.propose(link);
        return RestResponse.ResponseBuilder.<SealedLinkView>created(location(proposed.id()))
                .entity(proposed)
                .tag(Versions.tag(proposed.version()))
                .build();
    }

    @GET
    @Operation(operationId = "listSealedLinks", summary = "The sealed links in which you are named, the newest 200")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Page<SealedLinkView> mine() {
        return new Page<>(sealing.mine(), null);
    }

    @POST
    @Path("{id}/confirmation")
    @Operation(operationId = "confirmSealedLink", summary = "Confirm a sealed link as the second person")
    @APIResponse(responseCode = "200", description = "In force.")
    @APIResponse(responseCode = "403", description = "`second-person-needed`: you proposed it yourself.")
    @APIResponse(responseCode = "404", description = "Unknown, or you are not named: the answers are the same.")
    public RestResponse<SealedLinkView> confirm(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(sealing.confirm(id, ifMatch));
    }

    @POST
    @Path("{id}/ending")
    @Operation(
            operationId = "endSealedLink",
            summary =
                    "Withdraw a sealed link that is proposed; propose, or as the second decide, that one in force ends",
            description =
                    "In force it takes two of the named workers, of two agencies where the records are of two. A proposed end lapses after two weeks.")
    @APIResponse(responseCode = "200", description = "Ended.")
    @APIResponse(responseCode = "404", description = "Unknown, or you are not named: the answers are the same.")
    public RestResponse<SealedLinkView> end(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(sealing.end(id, ifMatch));
    }
}
