package eu.waymark.register.emergency;

import eu.waymark.platform.web.http.Versions;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.register.emergency.EmergencyViews.Child;
import eu.waymark.register.emergency.EmergencyViews.NewAccess;
import eu.waymark.register.emergency.EmergencyViews.NewReview;
import eu.waymark.register.emergency.EmergencyViews.Opened;
import eu.waymark.register.emergency.EmergencyViews.Summary;
import eu.waymark.register.emergency.EmergencyViews.View;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Break-glass: access at once, a review after. */
@Produces(MediaType.APPLICATION_JSON)
@Path(EmergencyResource.PATH)
@Tag(name = "emergency-access", description = "A child's summary at once, for 30 minutes; somebody else reviews it")
public class EmergencyResource {

    static final String PATH = "/api/register/v1/emergency-access";

    private final OpeningEmergency opening;
    private final ReadingEmergency reading;
    private final ReviewingEmergency reviewing;

    EmergencyResource(OpeningEmergency opening, ReadingEmergency reading, ReviewingEmergency reviewing) {
        this.opening = opening;
        this.reading = reading;
        this.reviewing = reviewing;
    }

    @POST
    @RolesAllowed("practitioner")
    @Operation(
            summary = "Open an emergency access, for 30 minutes",
            description =
                    "With the purpose CP-EMERGENCY and a reason. Nobody approves it. Once it names its one child, by"
                            + " the handle of a check, the holder and its central authority are told. Somebody else reviews it"
                            + " by the end of the next working day; from the second on one day, another agency.")
    @APIResponseSchema(value = Opened.class, responseCode = "201")
    public RestResponse<Opened> open(@NotNull @Valid NewAccess wanted) {
        var opened = opening.open(wanted);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, opened)
                .location(URI.create(PATH + "/" + opened.id()))
                .build();
    }

    @POST
    @Path("/{id}/child")
    @RolesAllowed("practitioner")
    @Operation(summary = "Name the one child of your emergency access", description = "The holder is told at once.")
    public Opened name(UUID id, @NotNull @Valid Child child) {
        return opening.name(id, child.handle());
    }

    @GET
    @Path("/{id}/summary")
    @RolesAllowed("practitioner")
    @Operation(
            summary = "Read the child's summary, as who opened it",
            description =
                    "Never where the child is. After 30 minutes 410. Goes on however far the audit log is behind.")
    public Summary summary(UUID id) {
        return reading.summary(id);
    }

    @GET
    @RolesAllowed({"supervisor", "central-authority"})
    @Operation(summary = "Emergency accesses that your agency reviews, newest first; without reasons")
    public Page<View> list(
            @Parameter(description = "Only those that nobody has reviewed.") @QueryParam("open") @DefaultValue("false")
                    boolean open,
            @BeanParam @Valid PageRequest page) {
        return reading.toReview(open, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"practitioner", "manager", "supervisor", "central-authority"})
    @Operation(
            summary = "One emergency access, as its reviewer or as the holder of the child",
            description = "To reviewers with how usual it is, of this person and of its agency.")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public RestResponse<View> read(UUID id) {
        return Versions.tagged(reading.read(id));
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed({"supervisor", "central-authority"})
    @Operation(summary = "Review an emergency access that somebody else opened", description = "Once.")
    @APIResponseSchema(value = View.class, responseCode = "200")
    public RestResponse<View> review(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NewReview review) {
        return Versions.tagged(reviewing.review(id, ifMatch, review));
    }
}
