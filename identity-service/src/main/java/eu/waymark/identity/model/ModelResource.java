package eu.waymark.identity.model;

import eu.waymark.platform.web.caller.PurposeFree;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The model of matching. */
@Path("/api/identity/v1/model")
@PurposeFree
@Tag(name = "Model", description = "By which numbers two records are compared.")
class ModelResource {

    private final ReadingModel reading;
    private final ChangingModel changing;

    ModelResource(ReadingModel reading, ChangingModel changing) {
        this.reading = reading;
        this.changing = changing;
    }

    @GET
    @RolesAllowed({"practitioner", "supervisor", "manager", "central-authority", "registrar", "compliance", "operator"})
    @Operation(
            operationId = "getModel",
            summary = "The model in use, and those proposed with their figures",
            description = "Every explanation of a match names the version that made it.")
    @APIResponse(
            responseCode = "200",
            description = "The model.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModelView.class),
                            examples = @ExampleObject(name = "model", value = ModelView.EXAMPLE)))
    public ModelView get() {
        return reading.read();
    }

    @POST
    @Path("/trainings")
    @ResponseStatus(202)
    @RolesAllowed("registrar")
    @Operation(
            operationId = "trainModel",
            summary = "Have a new version learnt",
            description =
                    "From the people on record and what was decided about them. It is proposed with its figures and not"
                            + " in use before a second person activates it. Nothing is learnt otherwise.")
    @APIResponse(
            responseCode = "202",
            description = "It will be proposed within minutes; see `GET /model`.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModelView.class)))
    @APIResponse(responseCode = "409", description = "`training-open`: one is being learnt.")
    public ModelView train() {
        changing.train();
        return reading.read();
    }

    @POST
    @Path("/versions/{version}/activation")
    @RolesAllowed("registrar")
    @Operation(
            operationId = "activateModel",
            summary = "Put a version into use",
            description = "By another person than the one who had it learnt. An earlier one can be put into use again.")
    @APIResponse(
            responseCode = "200",
            description = "In use.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModelView.class)))
    @APIResponse(responseCode = "403", description = "`second-person-needed`: you had it learnt.")
    @APIResponse(responseCode = "404", description = "There is no such version.")
    public ModelView activate(String version) {
        changing.activate(version);
        return reading.read();
    }
}
