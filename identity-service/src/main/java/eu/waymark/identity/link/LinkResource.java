package eu.waymark.identity.link;

import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

/** What was decided about two records. */
@Path(LinkResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links", description = "Decisions about two records. None is ever changed: taking one back is one more.")
class LinkResource {

    static final String PATH = "/api/identity/v1/links";

    private final DecidingLink deciding;
    private final ReadingLinks reading;
    private final ReadingEvidence evidence;

    LinkResource(DecidingLink deciding, ReadingLinks reading, ReadingEvidence evidence) {
        this.deciding = deciding;
        this.reading = reading;
        this.evidence = evidence;
    }

    static URI location(UUID id) {
        return URI.create(PATH + "/" + id);
    }

    @POST
    @RolesAllowed({"practitioner", "supervisor", "central-authority"})
    @Operation(
            operationId = "decideLink",
            summary = "Say what two records of your agency are to each other",
            description = "One person suffices within an agency; where somebody has decided before, a supervisor. With"
                    + " another agency's record: put the pair up for review.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewLink.class),
                            examples = @ExampleObject(name = "recorded twice", value = NewLink.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Decided.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "link", value = LinkView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "`forbidden`: the pair is decided; a supervisor decides anew.")
    @APIResponse(responseCode = "404", description = "One of the two is unknown, or another agency's.")
    @APIResponse(responseCode = "409", description = "`restricted`: one of the two is kept and not used.")
    public RestResponse<LinkView> decide(@Valid @NotNull NewLink link) {
        return created(deciding.decide(link));
    }

    @GET
    @RolesAllowed({"practitioner", "supervisor", "central-authority"})
    @Operation(operationId = "listLinks", summary = "What was decided about records of your agency, newest first")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<LinkView> list(@Valid @BeanParam PageRequest page) {
        return reading.ofAgency(page);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"practitioner", "supervisor", "central-authority"})
    @Operation(operationId = "getLink", summary = "One decision, and whether it still counts")
    @APIResponse(
            responseCode = "200",
            description = "The decision.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "link", value = LinkView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or about records of others: the answers are the same.")
    public LinkView read(UUID id) {
        return reading.one(id);
    }

    @GET
    @Path("{id}/evidence")
    @RolesAllowed({"practitioner", "supervisor", "central-authority"})
    @Operation(
            operationId = "getLinkEvidence",
            summary = "Why it was decided: what was seen then, and what was written",
            description = "What was written is for the agencies of those who decided. What was seen shows both records:"
                    + " to an agency that holds both.")
    @APIResponse(
            responseCode = "200",
            description = "As far as you may know it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LinkEvidence.class),
                            examples = @ExampleObject(name = "evidence", value = LinkEvidence.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or about records of others: the answers are the same.")
    public LinkEvidence evidence(UUID id) {
        return evidence.of(id);
    }

    @POST
    @Path("{id}/undoing")
    @RolesAllowed({"supervisor", "central-authority"})
    @Operation(
            operationId = "undoLink",
            summary = "Take a link back",
            description = "Adds a decision that says what the two are instead. Both records and their identities are"
                    + " as they were before the link.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Decision.class),
                            examples =
                                    @ExampleObject(
                                            name = "sisters",
                                            value = "{\"verdict\":\"related\",\"relation\":\"sibling\","
                                                    + "\"reason\":\"two-children-met\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Taken back: the decision that now counts.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LinkView.class)))
    @APIResponse(responseCode = "409", description = "`illegal-transition`: it is no link, or no longer in force.")
    public RestResponse<LinkView> undo(UUID id, @Valid @NotNull Decision decision) {
        return created(deciding.undo(id, decision));
    }

    private static RestResponse<LinkView> created(LinkView link) {
        return RestResponse.ResponseBuilder.<LinkView>created(location(link.id()))
                .entity(link)
                .build();
    }
}
