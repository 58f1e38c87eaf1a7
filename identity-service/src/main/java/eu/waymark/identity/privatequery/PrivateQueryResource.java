package eu.waymark.identity.privatequery;

import eu.waymark.platform.web.caller.StatedAccess;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Questions that name nobody. */
@Path("/api/identity/v1/private-queries")
@Tag(name = "Private queries", description = "Is this child known anywhere? Asked without its name.")
class PrivateQueryResource {

    private final AskingPrivately asking;
    private final Tick tick;

    PrivateQueryResource(AskingPrivately asking, Tick tick) {
        this.asking = asking;
        this.tick = tick;
    }

    @POST
    @Blocking
    @RolesAllowed({"practitioner", "central-authority"})
    @ResponseHeader(name = "Cache-Control", value = "no-store, no-transform")
    @Operation(
            operationId = "askPrivately",
            summary = "Ask whether a child is known, by encodings",
            description =
                    "Says hit, no hit, or that a human should ask, and which country's desk to call; never who, how"
                            + " many or how sure. All answers have one length and leave after the same time.")
    @Parameter(
            name = StatedAccess.CASE_REFERENCE,
            in = ParameterIn.HEADER,
            required = true,
            description = "Your case. The same child may be asked about again within a case only.",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
            example = "2026/417")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EncodedQuestion.class),
                            examples = @ExampleObject(name = "one child", value = EncodedQuestion.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Asked.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PrivateAnswer.class),
                            examples = @ExampleObject(name = "hit", value = PrivateAnswer.EXAMPLE)))
    @APIResponse(
            responseCode = "409",
            description = "`question-repeated`: you asked about this child for another case.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`case-reference-required`, `unknown-epoch` (naming those that are answered), `search-too-broad`,"
                            + " or fields that are not valid.")
    @APIResponse(responseCode = "429", description = "`too-many-private-queries` of a person, an agency or a case.")
    @APIResponse(responseCode = "503", description = "`catching-up` after a start, or `private-queries-off`.")
    public Uni<PrivateAnswer> ask(@Valid @NotNull EncodedQuestion question) {
        return tick.after(() -> asking.ask(question));
    }
}
