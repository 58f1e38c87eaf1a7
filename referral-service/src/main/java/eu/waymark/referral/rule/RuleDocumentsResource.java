package eu.waymark.referral.rule;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.rule.RuleViews.DocumentProposal;
import eu.waymark.referral.rule.RuleViews.DocumentView;
import eu.waymark.referral.rule.RuleViews.ProposalView;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whole rule documents: everybody may read them, two registrars change which is in force. */
@Path("/api/referral/v1/rules/documents/{version}")
@Produces(MediaType.APPLICATION_JSON)
@PurposeFree
@Tag(name = "rules")
public class RuleDocumentsResource {

    private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String BE_A_VERSION = "must be a version";

    private final Publications publications;
    private final RuleDocuments documents;
    private final ChangingRules changing;

    RuleDocumentsResource(Publications publications, RuleDocuments documents, ChangingRules changing) {
        this.publications = publications;
        this.documents = documents;
        this.changing = changing;
    }

    @GET
    @Authenticated
    @Operation(summary = "A rule document as it was written; 'in-force' for the one in force")
    @APIResponseSchema(value = DocumentView.class, responseCode = "200", responseDescription = "The document.")
    public RestResponse<DocumentView> readRuleDocument(
            @Parameter(example = Publications.IN_FORCE) @Pattern(regexp = VERSION, message = BE_A_VERSION)
                    String version) {
        var fields = documents.fields(publications.document(version));
        return RestResponse.ResponseBuilder.ok(new DocumentView(String.valueOf(fields.get("version")), fields))
                .tag(Versions.tag(Math.toIntExact(publications.count())))
                .build();
    }

    @PUT
    @RolesAllowed("registrar")
    @Operation(
            summary = "Propose that a rule document be in force: a new one, or an older one again",
            description = "'If-Match' is the entity tag of any rule document: it tells what was published so far.")
    @APIResponseSchema(value = ProposalView.class, responseCode = "202", responseDescription = "Proposed.")
    @APIResponse(responseCode = "422", description = "invalid-fields: it is no rule document, or drops a rule.")
    public RestResponse<ProposalView> proposeRuleDocument(
            @Parameter(example = "2027-01") @Pattern(regexp = VERSION, message = BE_A_VERSION) String version,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DocumentProposal proposal) {
        if (version.equals(Publications.IN_FORCE)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Name the version that is to be in force.")
                    .at("version", BE_A_VERSION);
        }
        var proposed = changing.propose(version, proposal, ifMatch);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, proposed)
                .location(URI.create(RuleProposalsResource.PATH + "/" + proposed.id()))
                .build();
    }
}
