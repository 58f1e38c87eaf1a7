package eu.waymark.register.statistics;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.caller.PurposeFree;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.statistics.StatisticsViews.Cell;
import eu.waymark.register.statistics.StatisticsViews.Release;
import eu.waymark.register.statistics.StatisticsViews.Tables;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Fixed tables of closed quarters. They name nobody, and nobody can be computed from them. */
@Path("/api/register/v1/statistics")
@PurposeFree
@Tag(name = "statistics", description = "How many children, by country, class, harm and age status")
public class StatisticsResource {

    private static final String MANAGER = "manager";
    private static final String CENTRAL_AUTHORITY = "central-authority";
    private static final String COMPLIANCE = "compliance";
    private static final String A_QUARTER = "must be a quarter such as 2026-Q3";

    private final Permits permits;
    private final AuditedWork audited;
    private final EntityManager entities;
    private final CurrentCaller caller;

    StatisticsResource(Permits permits, AuditedWork audited, EntityManager entities, CurrentCaller caller) {
        this.permits = permits;
        this.audited = audited;
        this.entities = entities;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({MANAGER, CENTRAL_AUTHORITY, COMPLIANCE})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The quarters whose tables are published, newest first")
    public Page<Release> list(@BeanParam @Valid PageRequest page) {
        return audited.run(RegisterEvent.STATISTICS_READ, trail -> {
            require();
            var after = page.after();
            var query = entities.createQuery(
                    "from StatisticRelease"
                            + (after.isPresent() ? " where (computedAt, id) < (:time, :id)" : "")
                            + " order by computedAt desc, id desc",
                    StatisticRelease.class);
            after.ifPresent(place -> query.setParameter("time", place.time()).setParameter("id", place.id()));
            var rows = query.setMaxResults(page.limit() + 1).getResultList();
            return Page.of(
                    rows,
                    page.limit(),
                    release -> new Cursor(release.computedAt, release.id),
                    release -> new Release(release.quarter, release.computedAt));
        });
    }

    @GET
    @Path("/{quarter}")
    @RolesAllowed({MANAGER, CENTRAL_AUTHORITY, COMPLIANCE})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The tables of a quarter",
            description =
                    "Children with an active entry when the quarter ended, by what their entries said then; the age status is"
                            + " what was known at computedAt, usually within an hour. Computed once, when the quarter was over;"
                            + " one that was missed has no tables. Small numbers are suppressed, and as many others as it"
                            + " takes so that none can be computed to within eleven numbers.")
    public Tables read(@Pattern(regexp = Quarter.PATTERN, message = A_QUARTER) String quarter) {
        return audited.run(RegisterEvent.STATISTICS_READ, trail -> {
            require();
            trail.note("quarter", quarter);
            return tables(quarter);
        });
    }

    @GET
    @Path("/{quarter}/csv")
    @RolesAllowed({MANAGER, CENTRAL_AUTHORITY, COMPLIANCE})
    @Produces("text/csv")
    @Operation(summary = "The same as CSV", description = "In which no spreadsheet finds a formula.")
    public String csv(@Pattern(regexp = Quarter.PATTERN, message = A_QUARTER) String quarter) {
        return StatisticsCsv.of(read(quarter));
    }

    @GET
    @Path("/{quarter}/chart")
    @RolesAllowed({MANAGER, CENTRAL_AUTHORITY, COMPLIANCE})
    @Produces("image/svg+xml")
    @Operation(summary = "A country's table as a chart (SVG, with title and description)")
    public String chart(
            @Pattern(regexp = Quarter.PATTERN, message = A_QUARTER) String quarter,
            @Parameter(description = "Your own, unless you say another.")
                    @QueryParam("country")
                    @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 alpha-2 code")
                    @Nullable
                    String country) {
        return StatisticsChart.of(read(quarter), country == null ? caller.get().country() : country);
    }

    private void require() {
        permits.require(Action.READ_STATISTICS, Relationship.NONE);
    }

    private Tables tables(String quarter) {
        var release = entities.createQuery("from StatisticRelease where quarter = :quarter", StatisticRelease.class)
                .setParameter("quarter", quarter)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("No tables of this quarter are published."));
        var cells = entities.createQuery(
                        "from StatisticCell where releaseId = :of order by country, commonClass, harm, ageStatus",
                        StatisticCell.class)
                .setParameter("of", release.id)
                .getResultStream()
                .map(Cell::of)
                .toList();
        return new Tables(release.quarter, release.computedAt, release.k, cells);
    }
}
