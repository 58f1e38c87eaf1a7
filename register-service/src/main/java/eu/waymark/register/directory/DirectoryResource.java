package eu.waymark.register.directory;

import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.directory.DirectoryViews.AgencyView;
import eu.waymark.register.directory.DirectoryViews.AgreementView;
import eu.waymark.register.directory.DirectoryViews.DeskEntry;
import eu.waymark.register.directory.DirectoryViews.MeasureView;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The directory: read by everybody, written by registrars. It knows no child. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/api/register/v1")
@PurposeFree
@Tag(name = "directory", description = "Agencies, desks, measures and agreements")
public class DirectoryResource {

    private static final String REGISTRAR = "registrar";
    private static final int MOST = 2_000;

    private final ChangingDirectory changing;
    private final EntityManager entities;

    DirectoryResource(ChangingDirectory changing, EntityManager entities) {
        this.changing = changing;
        this.entities = entities;
    }

    /** A whole list: the directory is small, and clients keep it. */
    public record Listing<T>(List<T> items) {}

    @GET
    @Path("/agencies")
    @Authenticated
    @Operation(summary = "All agencies")
    public Listing<AgencyView> agencies() {
        return all(Agency.class, AgencyView::of);
    }

    @GET
    @Path("/agencies/{code}")
    @Authenticated
    @Operation(summary = "One agency")
    public AgencyView agency(String code) {
        return one(Agency.class, code, AgencyView::of);
    }

    @PUT
    @Path("/agencies/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Create or replace an agency")
    public AgencyView putAgency(
            @Pattern(regexp = DirectoryViews.AGENCY_CODE, message = "must be a country code, a hyphen and capitals")
                    String code,
            @NotNull @Valid AgencyView agency) {
        return changing.agency(code, agency);
    }

    @GET
    @Path("/desks")
    @Authenticated
    @Operation(summary = "All desks")
    public Listing<DeskEntry> desks() {
        return all(Desk.class, DeskEntry::of);
    }

    @GET
    @Path("/desks/{code}")
    @Authenticated
    @Operation(summary = "One desk")
    public DeskEntry desk(String code) {
        return one(Desk.class, code, DeskEntry::of);
    }

    @PUT
    @Path("/desks/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Create or replace a desk")
    public DeskEntry putDesk(
            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,40}", message = "must be a country code, a hyphen and capitals")
                    String code,
            @NotNull @Valid DeskEntry desk) {
        requireAgency(desk.agency());
        return changing.desk(code, desk);
    }

    @GET
    @Path("/measures")
    @Authenticated
    @Operation(summary = "All measures, in their country's own words and as a common class")
    public Listing<MeasureView> measures() {
        return all(Measure.class, MeasureView::of);
    }

    @PUT
    @Path("/measures/{code}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Create or replace a measure")
    public MeasureView putMeasure(
            @Pattern(regexp = "[A-Z]{2}-[A-Z0-9-]{1,40}", message = "must be a country code, a hyphen and capitals")
                    String code,
            @NotNull @Valid MeasureView measure) {
        return changing.measure(code, measure);
    }

    @GET
    @Path("/agreements")
    @Authenticated
    @Operation(summary = "All agreements between countries")
    public Listing<AgreementView> agreements() {
        return all(Agreement.class, AgreementView::of);
    }

    @PUT
    @Path("/agreements/{id}")
    @RolesAllowed(REGISTRAR)
    @Operation(summary = "Create or replace an agreement")
    public AgreementView putAgreement(
            @Pattern(regexp = "[A-Za-z0-9-]{1,60}", message = "must be letters, digits and hyphens") String id,
            @NotNull @Valid AgreementView agreement) {
        if (agreement.countries().getFirst().equals(agreement.countries().getLast())) {
            throw CommonProblem.INVALID_FIELDS
                    .because("An agreement is between two countries.")
                    .at("countries", "must differ");
        }
        return changing.agreement(id, agreement);
    }

    private void requireAgency(String code) {
        if (entities.find(Agency.class, code) == null) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Create the agency first.")
                    .at("agency", "is not an agency of the directory");
        }
    }

    private <E, V> Listing<V> all(Class<E> type, Function<E, V> view) {
        var query = "select one from " + type.getSimpleName() + " one order by id(one)";
        return new Listing<>(entities.createQuery(query, type)
                .setMaxResults(MOST)
                .getResultStream()
                .map(view)
                .toList());
    }

    private <E, V> V one(Class<E> type, String code, Function<E, V> view) {
        return Optional.ofNullable(entities.find(type, code))
                .map(view)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("The directory has nothing under this code."));
    }
}
