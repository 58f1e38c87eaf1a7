package eu.waymark.register.directory;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.register.change.Answers;
import eu.waymark.register.change.ChangeView;
import eu.waymark.register.change.Proposing;
import eu.waymark.register.directory.DirectoryViews.AgencyView;
import eu.waymark.register.directory.DirectoryViews.AgreementView;
import eu.waymark.register.directory.DirectoryViews.AreaView;
import eu.waymark.register.directory.DirectoryViews.DeskEntry;
import eu.waymark.register.directory.DirectoryViews.HarmView;
import eu.waymark.register.directory.DirectoryViews.MeasureView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What registrars propose of the directory: 202, and nothing changes before another registrar confirms it. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1")
@PurposeFree
@Tag(name = "directory", description = "Agencies, desks, measures, agreements and code lists")
public class ProposalsResource {

    private static final String REGISTRAR = "registrar";
    private static final String SO_ALREADY = "It is so already";
    private static final String IF_MATCH = "If-Match";

    private final Proposing proposing;
    private final Agencies agencies;
    private final Desks desks;
    private final Measures measures;
    private final Agreements agreements;
    private final Areas areas;
    private final Harms harms;

    ProposalsResource(
            Proposing proposing,
            Agencies agencies,
            Desks desks,
            Measures measures,
            Agreements agreements,
            Areas areas,
            Harms harms) {
        this.proposing = proposing;
        this.agencies = agencies;
        this.desks = desks;
        this.measures = measures;
        this.agreements = agreements;
        this.areas = areas;
        this.harms = harms;
    }

    @PUT
    @Path("/agencies/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Propose an agency")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = SO_ALREADY)
    public RestResponse<ChangeView> agency(
            @Pattern(regexp = DirectoryViews.AGENCY_CODE, message = "must be a country code, a hyphen and capitals")
                    String code,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AgencyView agency) {
        return Answers.to(proposing.propose(agencies, code, agency, ifMatch));
    }

    @PUT
    @Path("/desks/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Propose a desk")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = SO_ALREADY)
    public RestResponse<ChangeView> desk(
            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,40}", message = "must be a country code, a hyphen and capitals")
                    String code,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DeskEntry desk) {
        return Answers.to(proposing.propose(desks, code, desk, ifMatch));
    }

    @PUT
    @Path("/measures/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Propose a measure, or other words for it from a day on")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = SO_ALREADY)
    public RestResponse<ChangeView> measure(
            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,40}", message = "must be a country code, a hyphen and capitals")
                    String code,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MeasureView measure) {
        return Answers.to(proposing.propose(measures, code, measure, ifMatch));
    }

    @PUT
    @Path("/agreements/{id}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Propose an agreement")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = SO_ALREADY)
    public RestResponse<ChangeView> agreement(
            @Pattern(regexp = "[A-Za-z0-9-]{1,60}", message = "must be letters, digits and hyphens") String id,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AgreementView agreement) {
        return Answers.to(proposing.propose(agreements, id, agreement.ordered(), ifMatch));
    }

    @PUT
    @Path("/areas/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Propose an area")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = SO_ALREADY)
    public RestResponse<ChangeView> area(
            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "must be an ISO 3166-2 code") String code,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AreaView area) {
        return Answers.to(proposing.propose(areas, code, area, ifMatch));
    }

    @PUT
    @Path("/harms/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Propose a kind of harm")
    @APIResponseSchema(value = ChangeView.class, responseCode = "202", responseDescription = "Proposed")
    @APIResponse(responseCode = "204", description = SO_ALREADY)
    public RestResponse<ChangeView> harm(
            @Pattern(regexp = "[a-z]+(-[a-z]+){0,5}", message = "must be lower case words with hyphens") String code,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid HarmView harm) {
        return Answers.to(proposing.propose(harms, code, harm, ifMatch));
    }
}
