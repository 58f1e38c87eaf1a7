package eu.waymark.referral.feedback;

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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where a child answers: with a code, once, and without an account. */
@Path(SubmissionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PurposeFree
@Tag(name = "feedback")
public class SubmissionsResource {

    static final String PATH = FeedbackResource.PATH + "/submissions";

    private final GivingFeedback giving;

    SubmissionsResource(GivingFeedback giving) {
        this.giving = giving;
    }

    /** The same to every child. */
    @Schema(name = "FeedbackThanks", examples = "{\"thanks\":\"Thank you. Somebody reads what you wrote.\"}")
    public record Thanks(String thanks) {}

    @POST
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            summary = "Say how you were served, with a one-time code",
            description = "Without a token. Your worker does not read it. What you say against somebody who should look"
                    + " after you goes to an agency outside, and nobody where that person works sees it.")
    @APIResponseSchema(value = Thanks.class, responseCode = "201", responseDescription = "It has arrived.")
    @APIResponse(
            responseCode = "410",
            description = "code-not-good: used, late, taken back or unknown, which nobody can tell apart.")
    @APIResponse(responseCode = "422", description = "Invalid fields; the code is still good.")
    public RestResponse<Thanks> giveFeedback(
            @Parameter(description = "The code that you were given.") @HeaderParam(OneTimeCodes.HEADER) @Nullable
                    String code,
            @Valid @NotNull Answers answers) {
        return RestResponse.status(RestResponse.Status.CREATED, new Thanks(giving.give(code, answers)));
    }
}
