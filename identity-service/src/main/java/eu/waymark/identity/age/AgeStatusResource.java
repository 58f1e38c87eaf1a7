package eu.waymark.identity.age;

import eu.waymark.platform.web.http.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How old a child is taken to be. */
@Path("/api/identity/v1/identities/{id}/age-status")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "Identities")
class AgeStatusResource {

    private final ReadingAge reading;
    private final MovingAge moving;

    AgeStatusResource(ReadingAge reading, MovingAge moving) {
        this.reading = reading;
        this.moving = moving;
    }

    @GET
    @Operation(
            operationId = "getAgeStatus",
            summary = "How old a child is taken to be",
            description =
                    "Treated as a child unless documented otherwise or assessed an adult for good. Where records of"
                            + " several agencies contradict each other it is disputed, and a child.")
    @APIResponse(
            responseCode = "200",
            description = "The status with its history.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AgeStatusView.class),
                            examples = @ExampleObject(name = "assessed", value = AgeStatusView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Unknown, or without a record of yours: the answers are the same.")
    public RestResponse<AgeStatusView> read(UUID id) {
        return Versions.tagged(reading.read(id));
    }

    @POST
    @Operation(
            operationId = "moveAgeStatus",
            summary = "Raise a doubt, assess, dispute, appeal or document an age",
            description = "Ends no protection. A document handed over by another, or any indicator of trafficking, is a"
                    + " doubt and never `documented`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NewAgeStatus.class),
                            examples = @ExampleObject(name = "assessed", value = NewAgeStatus.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Moved.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AgeStatusView.class),
                            examples = @ExampleObject(name = "assessed", value = AgeStatusView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "`second-person-needed`: not by who assessed it.")
    @APIResponse(responseCode = "409", description = "`illegal-transition`: not from where it stands.")
    @APIResponse(responseCode = "422", description = "`safeguards-missing`: an assessment without them does not count.")
    public RestResponse<AgeStatusView> move(
            UUID id, @Valid @NotNull NewAgeStatus status, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(moving.move(id, status, ifMatch));
    }
}
