package eu.waymark.register.policy;

import eu.waymark.access.AccessPolicy;
import eu.waymark.access.DecisionTable;
import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.change.Answers;
import eu.waymark.register.change.ChangeView;
import eu.waymark.register.change.Proposing;
import eu.waymark.register.policy.PolicyViews.ExplanationView;
import eu.waymark.register.policy.PolicyViews.PolicyProposal;
import eu.waymark.register.policy.PolicyViews.PolicyView;
import eu.waymark.register.policy.PolicyViews.PublicationView;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The access policy: everybody may read it, two registrars change it, and it says why. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1/policies")
@Tag(name = "policies", description = "Who may see what, and why")
public class PoliciesResource {

    private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String ASKED = "EXISTENCE|SUMMARY|FULL|[a-z-]{1,30}(:[a-z-]{1,30})?";

    private final Policies policies;
    private final Publishing publishing;
    private final Proposing proposing;
    private final Explaining explaining;

    PoliciesResource(Policies policies, Publishing publishing, Proposing proposing, Explaining explaining) {
        this.policies = policies;
        this.publishing = publishing;
        this.proposing = proposing;
        this.explaining = explaining;
    }

    @GET
    @Authenticated
    @PurposeFree
    @Operation(
            summary = "When which version was put in force, newest first",
            description = "Before the first one, the version that comes with Waymark is in force.")
    public Page<PublicationView> list(@BeanParam @Valid PageRequest page) {
        return Page.of(
                policies.newest(page), page.limit(), one -> new Cursor(one.publishedAt, one.id), PublicationView::of);
    }

    @GET
    @Path("/{version}")
    @Authenticated
    @PurposeFree
    @Operation(summary = "A version as it was written; 'in-force' for the one in force")
    @APIResponseSchema(value = PolicyView.class, responseCode = "200")
    public RestResponse<PolicyView> read(
            @Parameter(example = Policies.IN_FORCE) @Pattern(regexp = VERSION, message = "must be a version")
                    String version) {
        var document = policies.require(version);
        return RestResponse.ResponseBuilder.ok(
                        new PolicyView(AccessPolicy.parse(document).version(), publishing.fields(document)))
                .tag(Versions.tag(publishing.published()))
                .build();
    }

    @PUT
    @Path("/{version}")
    @RolesAllowed("registrar")
    @PurposeFree
    @Operation(
            summary = "Propose that a version be in force: a new one, or an older one again",
            description = "'If-Match' is the entity tag of any policy: it tells what was published so far.")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = "It is so already")
    public RestResponse<ChangeView> propose(
            @Pattern(regexp = VERSION, message = "must be a version") String version,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PolicyProposal policy) {
        if (version.equals(Policies.IN_FORCE)) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Name the version that is to be in force.")
                    .at("version", "must be a version");
        }
        return Answers.to(proposing.propose(publishing, version, policy, ifMatch));
    }

    @GET
    @Path("/{version}/decision-table")
    @Authenticated
    @PurposeFree
    @Operation(
            summary =
                    "Everything that a version permits: role, agency type, purpose, relationship -> level and actions",
            description = "What no line names is denied.")
    public DecisionTable table(@Pattern(regexp = VERSION, message = "must be a version") String version) {
        return AccessPolicy.parse(policies.require(version)).table();
    }

    @GET
    @Path("/{version}/decision-table.csv")
    @Produces("text/csv")
    @Authenticated
    @PurposeFree
    @Operation(summary = "The same for a spreadsheet; no cell is ever a formula")
    public String sheet(@Pattern(regexp = VERSION, message = "must be a version") String version) {
        return Sheet.of(AccessPolicy.parse(policies.require(version)).table());
    }

    @GET
    @Path("/explanations")
    @Authenticated
    @Operation(
            summary = "Why may I, or may I not",
            description =
                    "About you, for your purpose; with an id, about a child that your agency has to do with. An id that "
                            + "tells your agency nothing is answered like one that there is not.")
    public ExplanationView explain(
            @Parameter(description = "EXISTENCE, SUMMARY, FULL, or an action such as entry:review.", example = "FULL")
                    @QueryParam("asked")
                    @DefaultValue("FULL")
                    @Pattern(regexp = ASKED, message = "must be a level or an action")
                    String asked,
            @Parameter(description = "An entry, disclosure or transfer of your agency's, or a person record.")
                    @QueryParam("about")
                    @Nullable
                    UUID about) {
        return explaining.explain(asked, about);
    }
}
