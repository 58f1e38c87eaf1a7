package eu.waymark.register.disclosure;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.entry.Entries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All decisions not to share, each visible to the agency that made it. Only within audited work. */
@Singleton
class Withholdings implements PanacheRepositoryBase<Withholding, UUID> {

    private static final String STANDING = "entryId = ?1 and endedAt is null and (fromAgency = ?2 or fromCountry = ?3"
            + " or fromAgency is null and fromCountry is null)";

    private final Entries entries;
    private final Barriers barriers;
    private final CurrentCaller caller;

    Withholdings(Entries entries, Barriers barriers, CurrentCaller caller) {
        this.entries = entries;
        this.barriers = barriers;
        this.caller = caller;
    }

    /** Whether decisions stand that leave nothing to tell an agency at once. */
    boolean standAgainst(UUID entryId, String agency, String country) {
        return keptFrom(entryId, agency, country).containsAll(Section.summary());
    }

    /** The sections that standing decisions keep from an agency, its country or anybody. */
    List<String> keptFrom(UUID entryId, String agency, String country) {
        return list(STANDING, entryId, agency, country).stream()
                .flatMap(decision -> decision.sections.stream())
                .distinct()
                .toList();
    }

    /** One of the caller's agency; unknown and another's answer alike. */
    Withholding own(UUID id, Trail trail) {
        trail.resource(id.toString());
        var decision = findByIdOptional(id)
                .filter(found -> found.agency.equals(caller.get().agency()) && barriers.isNoneBefore(found.entryId))
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is no such decision, or none that you may know of."));
        entries.trace(List.of(decision.entryId), trail);
        return decision;
    }

    List<Withholding> own(boolean onlyStanding, Optional<Cursor> after, int limit, Trail trail) {
        var where =
                "agency = :itsAgency and " + Barriers.NONE_BEFORE_ENTRY + (onlyStanding ? " and endedAt is null" : "");
        var parameters = new Parameters();
        barriers.caller().forEach(parameters::and);
        if (after.isPresent()) {
            where += " and (decidedAt, id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        var rows = find(where + " order by decidedAt desc, id desc", parameters)
                .range(0, limit)
                .list();
        var shown = rows.stream().limit(limit).map(row -> row.entryId).toList();
        entries.trace(shown, trail);
        trail.returned(shown.size());
        return rows;
    }
}
