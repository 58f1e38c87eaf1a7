package eu.waymark.register.directory;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.register.directory.DirectoryLists.Versioned;
import eu.waymark.register.directory.DirectoryViews.AgencyView;
import eu.waymark.register.directory.DirectoryViews.AgreementView;
import eu.waymark.register.directory.DirectoryViews.AreaView;
import eu.waymark.register.directory.DirectoryViews.DeskEntry;
import eu.waymark.register.directory.DirectoryViews.HarmView;
import eu.waymark.register.directory.DirectoryViews.MeasureView;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The directory as everybody reads it: what is valid on a day, today where none is named. It knows no child. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1")
@PurposeFree
@Tag(name = "directory", description = "Agencies, desks, measures, agreements and code lists")
public class DirectoryResource {

    private static final String AFTER = "The 'next' of the page before.";

    private final DirectoryLists lists;

    DirectoryResource(DirectoryLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("/agencies")
    @Authenticated
    @Operation(summary = "All agencies")
    public Listing<AgencyView> agencies(
            @QueryParam("after") @Parameter(description = AFTER) @Size(max = 64) @Nullable String after) {
        return lists.page(Agency.class, null, after, one -> one.code, AgencyView::of);
    }

    @GET
    @Path("/agencies/{code}")
    @Authenticated
    @Operation(summary = "One agency")
    @APIResponseSchema(value = AgencyView.class, responseCode = "200")
    public RestResponse<AgencyView> agency(String code) {
        return tagged(lists.one(Agency.class, code, AgencyView::of, agency -> agency.version));
    }

    @GET
    @Path("/desks")
    @Authenticated
    @Operation(
            summary = "The desks that are there on a day, with their hours; without those of agencies that have closed")
    public Listing<DeskEntry> desks(
            @QueryParam("on") @Nullable String on,
            @QueryParam("after") @Parameter(description = AFTER) @Size(max = 64) @Nullable String after) {
        return lists.desks(lists.day(on), after, DeskEntry::of);
    }

    @GET
    @Path("/desks/{code}")
    @Authenticated
    @Operation(summary = "One desk")
    @APIResponseSchema(value = DeskEntry.class, responseCode = "200")
    public RestResponse<DeskEntry> desk(String code) {
        return tagged(lists.one(Desk.class, code, DeskEntry::of, desk -> desk.version));
    }

    @GET
    @Path("/measures")
    @Authenticated
    @Operation(summary = "The measures that can be chosen on a day, in their country's own words and as a common class")
    public Listing<MeasureView> measures(@QueryParam("on") @Nullable String on) {
        return Listing.whole(lists.measures(lists.day(on)));
    }

    @GET
    @Path("/measures/{code}")
    @Authenticated
    @Operation(summary = "One measure in the words of a day, or in its last ones before it")
    @APIResponseSchema(value = MeasureView.class, responseCode = "200")
    public RestResponse<MeasureView> measure(String code, @QueryParam("on") @Nullable String on) {
        return tagged(lists.measure(code, lists.day(on)));
    }

    @GET
    @Path("/agreements")
    @Authenticated
    @Operation(summary = "The agreements in force on a day")
    public Listing<AgreementView> agreements(
            @QueryParam("on") @Nullable String on,
            @QueryParam("after") @Parameter(description = AFTER) @Size(max = 64) @Nullable String after) {
        return lists.page(Agreement.class, lists.day(on), after, one -> one.id, AgreementView::of);
    }

    @GET
    @Path("/agreements/{id}")
    @Authenticated
    @Operation(summary = "One agreement, in force or not")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public RestResponse<AgreementView> agreement(String id) {
        return tagged(lists.one(Agreement.class, id, AgreementView::of, agreement -> agreement.version));
    }

    @GET
    @Path("/areas")
    @Authenticated
    @Operation(summary = "Parts of countries that agencies and alerts name, in ISO 3166-2 codes")
    public Listing<AreaView> areas(
            @QueryParam("on") @Nullable String on,
            @QueryParam("after") @Parameter(description = AFTER) @Size(max = 64) @Nullable String after) {
        return lists.page(Area.class, lists.day(on), after, one -> one.code, AreaView::of);
    }

    @GET
    @Path("/areas/{code}")
    @Authenticated
    @Operation(summary = "One area")
    @APIResponseSchema(value = AreaView.class, responseCode = "200")
    public RestResponse<AreaView> area(String code) {
        return tagged(lists.one(Area.class, code, AreaView::of, area -> area.version));
    }

    @GET
    @Path("/harms")
    @Authenticated
    @Operation(summary = "The kinds of harm that can be chosen on a day")
    public Listing<HarmView> harms(
            @QueryParam("on") @Nullable String on,
            @QueryParam("after") @Parameter(description = AFTER) @Size(max = 64) @Nullable String after) {
        return lists.page(Harm.class, lists.day(on), after, one -> one.code, HarmView::of);
    }

    @GET
    @Path("/harms/{code}")
    @Authenticated
    @Operation(summary = "One kind of harm")
    @APIResponseSchema(value = HarmView.class, responseCode = "200")
    public RestResponse<HarmView> harm(String code) {
        return tagged(lists.one(Harm.class, code, HarmView::of, harm -> harm.version));
    }

    private static <V> RestResponse<V> tagged(Versioned<V> one) {
        return RestResponse.ResponseBuilder.ok(one.view())
                .tag(Versions.tag(one.version()))
                .build();
    }
}
