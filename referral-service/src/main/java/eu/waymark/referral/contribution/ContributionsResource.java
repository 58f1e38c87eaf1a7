package eu.waymark.referral.contribution;

import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** What those without an account are asked to write about a child. */
@Path(ContributionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "contributions", description = "What those without an account write about a child, once.")
public class ContributionsResource {

    static final String PATH = "/api/referral/v1/contributions";

    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final AskingContribution asking;
    private final ReadingContributions reading;

    ContributionsResource(AskingContribution asking, ReadingContributions reading) {
        this.asking = asking;
        this.reading = reading;
    }

    @POST
    @Operation(
            summary = "Ask somebody without an account",
            description = "Gives a code that is good once, for 72 hours or as long as you say, and is shown this once.")
    @APIResponseSchema(
            value = ContributionAsked.class,
            responseCode = "201",
            responseDescription = "Asked; give the writer the code, the address and your question.")
    @APIResponse(responseCode = "404", description = "Your agency has no such person record.")
    @APIResponse(responseCode = "410", description = "erased: your agency has had the person record erased.")
    @APIResponse(responseCode = "422", description = "Invalid fields.")
    public RestResponse<ContributionAsked> askContribution(@Valid @NotNull AskContribution request) {
        var asked = asking.ask(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, asked)
                .location(URI.create(PATH + "/" + asked.id()))
                .build();
    }

    @GET
    @Operation(summary = "List your agency's contributions", description = "Newest first, without their texts.")
    @APIResponse(responseCode = "200", description = "One page.")
    public Page<ContributionView> listContributions(
            @Parameter(description = "Only those about this person record of yours.")
                    @QueryParam("personRecordId")
                    @Pattern(regexp = UUID_SHAPE, message = "must be the id of a person record")
                    @Nullable
                    String personRecordId,
            @Valid @BeanParam PageRequest page) {
        return reading.page(personRecordId == null ? null : UUID.fromString(personRecordId), page);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Read a contribution",
            description = "As information of a third party that nobody has verified. For the agency that asked.")
    @APIResponse(responseCode = "200", description = "The contribution; 'ETag' is its version.")
    public RestResponse<ContributionView> readContribution(UUID id) {
        return Versions.tagged(reading.one(id));
    }

    @POST
    @Path("/{id}/readings")
    @Operation(summary = "Confirm that you have read it", description = "It leaves your worklist.")
    @APIResponse(responseCode = "200", description = "Confirmed.")
    @APIResponse(
            responseCode = "409",
            description = "contribution-illegal-transition: nothing has arrived, or it is read.")
    public RestResponse<ContributionView> noteContribution(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(reading.note(id, ifMatch));
    }

    @POST
    @Path("/{id}/revocations")
    @Operation(summary = "Take the code back", description = "As long as nobody has used it.")
    @APIResponse(responseCode = "200", description = "Revoked; the code is good no longer.")
    @APIResponse(responseCode = "409", description = "contribution-illegal-transition: it has arrived or is revoked.")
    public RestResponse<ContributionView> revokeContribution(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(reading.revoke(id, ifMatch));
    }
}
