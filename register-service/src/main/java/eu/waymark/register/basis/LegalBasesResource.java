package eu.waymark.register.basis;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.change.Answers;
import eu.waymark.register.change.ChangeView;
import eu.waymark.register.change.Proposing;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** On what basis one may ask or tell, and which countries it binds. It knows no child. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/legal-bases")
@PurposeFree
@Tag(name = "directory")
public class LegalBasesResource {

    private final LegalBases bases;
    private final KeptBases kept;
    private final Proposing proposing;

    LegalBasesResource(LegalBases bases, KeptBases kept, Proposing proposing) {
        this.bases = bases;
        this.kept = kept;
        this.proposing = proposing;
    }

    /** A whole list: it is small, and clients keep it. */
    @Schema(name = "LegalBases")
    public record Bases(List<BasisView> items) {}

    @GET
    @Authenticated
    @Operation(summary = "All legal bases, with the countries that each binds, since when and until when")
    public Bases list() {
        var parties = bases.parties();
        return new Bases(
                bases.all().stream().map(basis -> BasisView.of(basis, parties)).toList());
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Operation(summary = "One legal basis, in force or not")
    @APIResponseSchema(value = BasisView.class, responseCode = "200")
    public RestResponse<BasisView> read(String code) {
        var standing = kept.standing(code)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no legal basis under this code."));
        return RestResponse.ResponseBuilder.ok(standing.document())
                .tag(Versions.tag(standing.version()))
                .build();
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("registrar")
    @Operation(
            summary = "Propose a legal basis, or which countries it binds from when to when",
            description = "The whole basis with all its parties, each as often as it was bound.")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = "It is so already")
    public RestResponse<ChangeView> propose(
            @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "must be a code") String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid BasisView basis) {
        return Answers.to(proposing.propose(kept, code, basis, ifMatch));
    }
}
