package eu.waymark.referral.gate;

import eu.waymark.platform.web.Personal;
import eu.waymark.referral.gate.StepView.Steps;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The steps that a guideline demands of a referral, an assessment, a trafficking referral or a missing episode. */
@Path("/api/referral/v1/guideline-steps/{reference}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "guideline steps", description = "What guidelines demand of a piece of work before it is closed.")
public class GuidelineStepsResource {

    private static final String CODE = "[A-Za-z0-9-]{1,64}";
    private static final String BE_A_CODE = "must be the code of a step";

    private final TakingSteps steps;

    GuidelineStepsResource(TakingSteps steps) {
        this.steps = steps;
    }

    @Schema(
            name = "StepOverride",
            description = "Why a step is left out. Kept encrypted.",
            examples = "{\"reason\":\"The child is abroad; the consulate has seen the child instead.\"}")
    record StepOverride(@NotBlank @Size(max = 4000) String reason) implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    @GET
    @Operation(
            summary = "The steps of a piece of work",
            description = "For the agency that does it: which are open, done or overridden.")
    @APIResponse(responseCode = "200", description = "The steps of the guideline that the work began under.")
    public Steps listSteps(UUID reference) {
        return steps.read(reference);
    }

    @POST
    @Path("/{code}/completions")
    @Operation(summary = "Record that a step was done")
    @APIResponse(responseCode = "200", description = "Recorded.")
    @APIResponse(responseCode = "409", description = "step-recorded: it was recorded before.")
    public Steps completeStep(UUID reference, @Pattern(regexp = CODE, message = BE_A_CODE) String code) {
        return steps.complete(reference, code);
    }

    @POST
    @Path("/{code}/overrides")
    @RolesAllowed("manager")
    @Operation(summary = "Leave a step out, with a reason", description = "For managers.")
    @APIResponse(responseCode = "200", description = "Recorded.")
    @APIResponse(responseCode = "409", description = "step-recorded: it was recorded before.")
    public Steps overrideStep(
            UUID reference,
            @Pattern(regexp = CODE, message = BE_A_CODE) String code,
            @Valid @NotNull StepOverride request) {
        return steps.override(reference, code, request.reason());
    }
}
