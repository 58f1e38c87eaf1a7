package eu.waymark.referral.contribution;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.referral.onetime.OneTimeCodes;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where somebody without an account writes: with a code, once, and reading nothing. */
@Path(SubmissionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PurposeFree
@Tag(name = "contributions")
public class SubmissionsResource {

    static final String PATH = ContributionsResource.PATH + "/submissions";

    private final SubmittingContribution submitting;

    SubmissionsResource(SubmittingContribution submitting) {
        this.submitting = submitting;
    }

    @POST
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            summary = "Write a contribution with a one-time code",
            description = "Without a token. You get a receipt and nothing else; the code is good once.")
    @APIResponseSchema(value = ContributionReceipt.class, responseCode = "201", responseDescription = "It has arrived.")
    @APIResponse(
            responseCode = "410",
            description = "code-not-good: used, late, taken back or unknown, which nobody can tell apart.")
    @APIResponse(responseCode = "422", description = "Invalid fields; the code is still good.")
    public RestResponse<ContributionReceipt> submitContribution(
            @Parameter(description = "The code that you were given.") @HeaderParam(OneTimeCodes.HEADER) @Nullable
                    String code,
            @Valid @NotNull SubmitContribution written) {
        return RestResponse.status(RestResponse.Status.CREATED, submitting.submit(code, written));
    }
}
