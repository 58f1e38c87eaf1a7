package eu.waymark.referral.assessment;

import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What each agency writes in an assessment, and signs. */
@Path(AssessmentsResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "assessments")
public class SectionsResource {

    private static final String EDITION = "The edition; without it the one that is worked on.";

    private final WritingSection writing;
    private final SigningSection signing;
    private final ReadingAssessments reading;

    SectionsResource(WritingSection writing, SigningSection signing, ReadingAssessments reading) {
        this.writing = writing;
        this.signing = signing;
        this.reading = reading;
    }

    @GET
    @Path("/sections/{agency}")
    @Operation(summary = "Read a section", description = "Your agency's own always, another's once it is signed.")
    @APIResponse(responseCode = "200", description = "The section; 'ETag' is the version of its text.")
    public RestResponse<SectionView> readSection(
            UUID id,
            String agency,
            @Parameter(description = EDITION) @QueryParam("edition") @Nullable Integer edition) {
        return Versions.tagged(reading.section(id, agency, edition));
    }

    @GET
    @Path("/sections/{agency}/versions")
    @Operation(
            summary = "Read the versions of a section",
            description = "All of your agency's own; of another's the one that was signed.")
    @APIResponse(responseCode = "200", description = "Oldest first.")
    public SectionVersionView.All readSectionVersions(
            UUID id,
            String agency,
            @Parameter(description = EDITION) @QueryParam("edition") @Nullable Integer edition) {
        return reading.history(id, agency, edition);
    }

    @PUT
    @Path("/own-section")
    @Operation(
            summary = "Write your agency's section",
            description = "Adds a version; none is ever lost. 'If-Match' is the version of the text you began with, 0"
                    + " before the first.")
    @APIResponse(responseCode = "200", description = "Written.")
    @APIResponse(
            responseCode = "409",
            description = "section-conflict: a colleague wrote meanwhile. 'current' holds what both began with, both"
                    + " versions, and which fields each changed. Or section-state: it is signed.")
    public RestResponse<SectionView> writeSection(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SectionContent content) {
        return Versions.tagged(writing.write(id, ifMatch, content));
    }

    @POST
    @Path("/own-section/sign-offs")
    @Operation(
            summary = "Sign your agency's section",
            description = "Shows it to the others, with your dissent if you have one. It stays as it is then.")
    @APIResponse(responseCode = "200", description = "Signed.")
    @APIResponse(responseCode = "409", description = "section-state: not written yet, or signed already.")
    public RestResponse<SectionView> signSection(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull SignSection request) {
        return Versions.tagged(signing.sign(id, ifMatch, request));
    }
}
