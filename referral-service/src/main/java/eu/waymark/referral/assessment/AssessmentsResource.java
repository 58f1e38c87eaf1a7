package eu.waymark.referral.assessment;

import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The one assessment of a child, by several agencies. */
@Path(AssessmentsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "assessments", description = "One assessment of a child, with a section of each agency.")
public class AssessmentsResource {

    static final String PATH = "/api/referral/v1/assessments";

    private final OpeningAssessment opening;
    private final InvitingAgency inviting;
    private final ApprovingAssessment approving;
    private final ClosingAssessment closing;
    private final ReopeningAssessment reopening;
    private final ReadingAssessments reading;

    AssessmentsResource(
            OpeningAssessment opening,
            InvitingAgency inviting,
            ApprovingAssessment approving,
            ClosingAssessment closing,
            ReopeningAssessment reopening,
            ReadingAssessments reading) {
        this.opening = opening;
        this.inviting = inviting;
        this.approving = approving;
        this.closing = closing;
        this.reopening = reopening;
        this.reading = reading;
    }

    @POST
    @Operation(
            summary = "Begin an assessment",
            description = "Of a child of your agency, which leads it. A child has one open assessment at a time.")
    @APIResponseSchema(
            value = AssessmentView.class,
            responseCode = "201",
            responseDescription = "Begun; the agencies asked for a section are notified.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    @APIResponse(
            responseCode = "409",
            description = "assessment-open: there is one. 'current' says where, for the agencies in it.")
    @APIResponse(responseCode = "422", description = "unknown-agency, agency-has-no-part, or invalid fields.")
    public RestResponse<AssessmentView> openAssessment(@Valid @NotNull OpenAssessment request) {
        var opened = opening.open(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, opened)
                .location(URI.create(PATH + "/" + opened.id()))
                .tag(Versions.tag(opened.version()))
                .build();
    }

    @GET
    @Operation(summary = "List the assessments your agency is in", description = "Newest first, without their texts.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<AssessmentSummary> listAssessments(@Valid @BeanParam PageRequest page) {
        return reading.page(page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read an assessment",
            description = "Your agency's own section, and those of others that are signed.")
    @APIResponse(responseCode = "200", description = "The edition; 'ETag' is the version of the assessment.")
    public RestResponse<AssessmentView> readAssessment(
            UUID id,
            @Parameter(
                            description =
                                    "An edition; without it the one that is worked on. Earlier ones stay as they were.")
                    @QueryParam("edition")
                    @Nullable
                    Integer edition) {
        return Versions.tagged(reading.one(id, edition));
    }

    @POST
    @Path("/{id}/sections")
    @Operation(summary = "Ask one more agency for a section", description = "For the agency that leads.")
    @APIResponse(responseCode = "200", description = "Asked, or asked before.")
    @APIResponse(responseCode = "403", description = "not-the-lead.")
    @APIResponse(responseCode = "422", description = "unknown-agency or agency-has-no-part.")
    public RestResponse<AssessmentView> inviteAgency(UUID id, @Valid @NotNull InviteAgency request) {
        return Versions.tagged(inviting.invite(id, request));
    }

    @POST
    @Path("/{id}/approvals")
    @Operation(
            summary = "Approve an assessment",
            description = "For a supervisor of the agency that leads who neither began it nor wrote in it. A section"
                    + " signed afterwards takes the approval back.")
    @APIResponse(responseCode = "200", description = "Approved.")
    @APIResponse(responseCode = "403", description = "own-work, or not-the-lead.")
    @APIResponse(responseCode = "409", description = "assessment-state, or section-state: the lead has not signed.")
    public RestResponse<AssessmentView> approveAssessment(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(approving.approve(id, ifMatch));
    }

    @POST
    @Path("/{id}/closings")
    @Operation(
            summary = "Close an assessment",
            description =
                    "For the agency that leads, once it is approved; with a reason for each section not signed, and what was learned.")
    @APIResponse(responseCode = "200", description = "Closed. It stays readable.")
    @APIResponse(responseCode = "409", description = "assessment-state: it is not approved, or closed.")
    @APIResponse(responseCode = "422", description = "section-late: which sections need a reason; or open gates.")
    public RestResponse<AssessmentView> closeAssessment(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CloseAssessment request) {
        return Versions.tagged(closing.close(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/editions")
    @Operation(
            summary = "Begin the next edition",
            description = "On new facts, once it is closed. Each agency goes on from its own last text.")
    @APIResponse(responseCode = "200", description = "Open again; the edition before stays readable.")
    @APIResponse(responseCode = "409", description = "assessment-state, or assessment-open: another one is.")
    public RestResponse<AssessmentView> reopenAssessment(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ReopenAssessment request) {
        return Versions.tagged(reopening.reopen(id, ifMatch, request));
    }
}
