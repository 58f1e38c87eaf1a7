package eu.waymark.referral.worklist;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What an agency has to do, by its desks. */
@Path(WorklistResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"practitioner", "supervisor", "manager", "central-authority"})
@Tag(name = "worklist", description = "What your agency has to do, by desk, with clocks.")
public class WorklistResource {

    static final String PATH = "/api/referral/v1/worklist";

    private final ReadingWorklist reading;
    private final AssigningWork assigning;
    private final Overseeing overseeing;

    WorklistResource(ReadingWorklist reading, AssigningWork assigning, Overseeing overseeing) {
        this.reading = reading;
        this.assigning = assigning;
        this.overseeing = overseeing;
    }

    @GET
    @Operation(
            summary = "List your agency's open work",
            description = "First what is due first; what never falls due stands last. Filters narrow each other.")
    @APIResponse(responseCode = "200", description = "One page.")
    @APIResponse(responseCode = "400", description = "invalid-request: a filter or the cursor is not understood.")
    public Page<WorkView> listWork(@Valid @BeanParam WorklistFilter filter, @Valid @BeanParam PageRequest page) {
        return reading.page(filter, page);
    }

    @GET
    @Path("/counts")
    @Operation(
            summary = "Count your agency's open work",
            description = "By kind and by where it stands, exactly as it is at one moment.")
    @APIResponse(responseCode = "200", description = "The counts.")
    public WorkCounts countWork(
            @Parameter(description = "Only what lies on this desk; 'own' is the one that your token names.")
                    @QueryParam("desk")
                    @Pattern(regexp = "own|[A-Z]{2}-[A-Z0-9-]{1,40}", message = "must be the code of a desk, or own")
                    @Nullable
                    String desk) {
        return reading.counts(desk);
    }

    @GET
    @Path("/undelivered")
    @RolesAllowed({"manager", "central-authority", "operator"})
    @Operation(
            summary = "List what others should have been told and were not",
            description =
                    "Refused for good, or waiting for 48 hours: of your agency, and for operators of all. The 200 oldest.")
    @APIResponse(responseCode = "200", description = "The oldest first.")
    public Page<Undelivered> listUndelivered() {
        return overseeing.undelivered();
    }

    @GET
    @Path("/overdue")
    @RolesAllowed({"manager", "compliance", "central-authority"})
    @Operation(
            summary = "Count overdue work at the agencies of your country",
            description =
                    "For inspectorates, with the purpose of use INSPECTION. Most overdue first; nothing about any child.")
    @APIResponse(responseCode = "200", description = "The counts of each agency.")
    public OverdueAt.OfCountry inspectOverdue() {
        return overseeing.overdue();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an item of your agency's open work", description = "'ETag' is its version.")
    @APIResponse(responseCode = "200", description = "The item.")
    @APIResponse(responseCode = "404", description = "not-found: it is done, or of another agency.")
    public RestResponse<WorkView> readWork(UUID id) {
        return Versions.tagged(reading.one(id));
    }

    @POST
    @Path("/{id}/assignments")
    @Operation(
            summary = "Take an item, or give it to a colleague or another desk",
            description = "Without a body you take it. To a colleague: for managers. An item has one worker at a time.")
    @APIResponse(responseCode = "200", description = "Assigned.")
    @APIResponse(responseCode = "403", description = "manager-needed, or not-your-work.")
    @APIResponse(responseCode = "404", description = "not-found: it is done, or of another agency.")
    @APIResponse(responseCode = "409", description = "work-held: a colleague does it; worker-absent.")
    public RestResponse<WorkView> assignWork(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @Nullable AssignWork request) {
        return Versions.tagged(assigning.assign(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/returns")
    @Operation(
            summary = "Hand an item back to its desk",
            description =
                    "For whoever does it, and for managers. What a deputy hands back is the absent colleague's again later.")
    @APIResponse(responseCode = "200", description = "Back on its desk.")
    @APIResponse(responseCode = "403", description = "not-your-work.")
    @APIResponse(responseCode = "404", description = "not-found: it is done, or of another agency.")
    @APIResponse(responseCode = "409", description = "work-not-held: it lies there already.")
    public RestResponse<WorkView> returnWork(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return Versions.tagged(assigning.takeBack(id, ifMatch));
    }

    @POST
    @Path("/assignments")
    @Operation(
            summary = "Assign up to 100 items",
            description =
                    "Each is checked by itself: what can be done is done, and the answer says of each other item why not.")
    @APIResponse(responseCode = "200", description = "What became of each.")
    public BulkResult assignSeveral(@Valid @NotNull AssignWork.Several request) {
        return assigning.assign(request);
    }

    @POST
    @Path("/returns")
    @Operation(
            summary = "Hand up to 100 items back",
            description =
                    "Each is checked by itself: what can be done is done, and the answer says of each other item why not.")
    @APIResponse(responseCode = "200", description = "What became of each.")
    public BulkResult returnSeveral(@Valid @NotNull AssignWork.Returns request) {
        return assigning.takeBack(request);
    }
}
