package eu.waymark.register.basis;

import eu.waymark.clocks.Bound;
import eu.waymark.clocks.ClockRule;
import eu.waymark.clocks.ClockUnit;
import eu.waymark.clocks.DueDate;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What agencies told for vital interests without a basis. Only within audited work. */
@Singleton
public class Derogations implements PanacheRepositoryBase<Derogation, UUID> {

    /** The basis that is named where there is no other: GDPR, articles 6(1)(d) and 49(1)(f). */
    public static final String VITAL_INTERESTS = "vital-interests";

    /** Reviewed next working day (architecture, invariant 4). */
    private static final ClockRule REVIEW = new ClockRule(
            "OURS-DEROGATION",
            "ANY",
            "Review of a derogation for vital interests",
            List.of("derogation-recorded"),
            1,
            ClockUnit.WORKING_DAY,
            Bound.LATEST,
            false,
            "Waymark's own (architecture, invariant 4)",
            true);

    private final Entries entries;
    private final Barriers barriers;
    private final WorkingTime workingTime;
    private final CurrentCaller caller;
    private final Clock clock;

    Derogations(Entries entries, Barriers barriers, WorkingTime workingTime, CurrentCaller caller, Clock clock) {
        this.entries = entries;
        this.barriers = barriers;
        this.workingTime = workingTime;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Records that the caller's agency tells a country all the same.
     *
     * @param kind {@code movement} or {@code alert}: what the reference names
     */
    public void record(UUID entryId, String country, String kind, UUID reference, Trail trail) {
        var who = caller.get();
        var derogation = new Derogation();
        derogation.id = UUID.randomUUID();
        derogation.entryId = entryId;
        derogation.agency = who.agency();
        derogation.country = country;
        derogation.kind = kind;
        derogation.reference = reference;
        derogation.recordedBy = who.subject();
        derogation.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        derogation.reviewDueOn = DueDate.of(REVIEW, derogation.recordedAt, workingTime.of(who.country()))
                .date();
        persist(derogation);
        trail.note("derogation", VITAL_INTERESTS);
    }

    /** One of the caller's agency; unknown and another's answer alike. */
    Derogation own(UUID id, Trail trail) {
        trail.resource(id.toString());
        var derogation = findByIdOptional(id)
                .filter(found -> found.agency.equals(caller.get().agency()) && barriers.isNoneBefore(found.entryId))
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is no such derogation, or none that you may know of."));
        entries.trace(List.of(derogation.entryId), trail);
        return derogation;
    }

    List<Derogation> own(boolean onlyOpen, Optional<Cursor> after, int limit, Trail trail) {
        var where = "agency = :agency and " + Barriers.NONE_BEFORE_ENTRY + (onlyOpen ? " and outcome is null" : "");
        var parameters = Parameters.with("agency", caller.get().agency());
        barriers.caller().forEach(parameters::and);
        if (after.isPresent()) {
            where += " and (recordedAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        var rows = find(where + " order by recordedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
        var shown = rows.stream().limit(limit).map(row -> row.entryId).toList();
        entries.trace(shown, trail);
        trail.returned(shown.size());
        return rows;
    }
}
