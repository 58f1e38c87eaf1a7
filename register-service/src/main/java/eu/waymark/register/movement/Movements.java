package eu.waymark.register.movement;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All movements, each visible to who reported it and to whom it was told. Only within audited work. */
@Singleton
class Movements implements PanacheRepositoryBase<Movement, UUID> {

    private final Entries entries;
    private final Barriers barriers;
    private final Directory directory;
    private final CurrentCaller caller;

    Movements(Entries entries, Barriers barriers, Directory directory, CurrentCaller caller) {
        this.entries = entries;
        this.barriers = barriers;
        this.directory = directory;
        this.caller = caller;
    }

    /** A movement that the caller's agency reported or was told of; unknown and others' answer alike. */
    Movement known(UUID id, Trail trail) {
        trail.resource(id.toString());
        var movement = findByIdOptional(id)
                .filter(found -> isKnown(found, notices(id)))
                .orElseThrow(Movements::unknown);
        entries.trace(List.of(movement.entryId), trail);
        return movement;
    }

    private boolean isKnown(Movement movement, List<MovementNotice> notices) {
        var who = caller.get();
        return (isOwn(movement) || notices.stream().anyMatch(notice -> notice.reaches(who.agency())))
                && barriers.isNoneBefore(movement.entryId);
    }

    /** Those of the caller's agency, newest first. */
    List<Movement> known(MovementsQuery query, Optional<Cursor> after, int limit) {
        var parameters = new Parameters();
        barriers.caller().forEach(parameters::and);
        var where = query.where() + " and " + Barriers.NONE_BEFORE_ENTRY;
        if (after.isPresent()) {
            where += " and (m.reportedAt, m.id) < (:time, :id)";
            parameters.and("time", after.get().time()).and("id", after.get().id());
        }
        return find("from Movement m where " + where + " order by m.reportedAt desc, m.id desc", parameters)
                .range(0, limit)
                .list();
    }

    /** Puts the children of some movements on the trail. */
    void trace(List<Movement> shown, Trail trail) {
        entries.trace(shown.stream().map(movement -> movement.entryId).toList(), trail);
        trail.returned(shown.size());
    }

    List<MovementNotice> notices(UUID movementId) {
        return getEntityManager()
                .createQuery(
                        "from MovementNotice where movementId = :id order by country, agency", MovementNotice.class)
                .setParameter("id", movementId)
                .getResultList();
    }

    /** The notice that the caller's agency was sent, which nobody else changes until the end of the transaction. */
    MovementNotice sentToCaller(UUID movementId) {
        return getEntityManager()
                .createQuery("from MovementNotice where movementId = :id and agency = :agency", MovementNotice.class)
                .setParameter("id", movementId)
                .setParameter("agency", caller.get().agency())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORBIDDEN.because(
                        "Only the agency that was told acknowledges; who reported it sees here who has."));
    }

    /** As the caller may see it: the reporter all notices, another agency its own and no id of the entry. */
    MovementView view(Movement movement) {
        var who = caller.get();
        var measure = entries.tell(movement.entryId).measure();
        var notices = notices(movement.id);
        var country = directory.countryOf(movement.fromAgency).orElse("");
        if (isOwn(movement)) {
            return MovementView.forReporter(movement, country, measure, notices);
        }
        var own =
                notices.stream().filter(notice -> notice.reaches(who.agency())).toList();
        return MovementView.forTold(
                movement, country, measure, own, directory.deskToCall(movement.fromAgency, who.country()));
    }

    private boolean isOwn(Movement movement) {
        return movement.fromAgency.equals(caller.get().agency());
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such movement, or none that you may know of.");
    }
}
