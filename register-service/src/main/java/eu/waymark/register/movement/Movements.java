package eu.waymark.register.movement;

import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.entry.EntryHistory;
import eu.waymark.register.entry.Responsibility;
import eu.waymark.register.exclusion.DeskToCall;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All movements, each visible to who is responsible for the child, to whom it was told, and to who reported it and has passed
 * the child on as it was then. Only within audited work.
 */
@Singleton
class Movements implements PanacheRepositoryBase<Movement, UUID> {

    private final Permits permits;
    private final Entries entries;
    private final EntryHistory history;
    private final Barriers barriers;
    private final Responsibility responsibility;
    private final DeskToCall desks;
    private final Directory directory;
    private final CurrentCaller caller;

    Movements(
            Permits permits,
            Entries entries,
            EntryHistory history,
            Barriers barriers,
            Responsibility responsibility,
            DeskToCall desks,
            Directory directory,
            CurrentCaller caller) {
        this.permits = permits;
        this.entries = entries;
        this.history = history;
        this.barriers = barriers;
        this.responsibility = responsibility;
        this.desks = desks;
        this.directory = directory;
        this.caller = caller;
    }

    /** A movement that the caller's agency reported or was told of; unknown and others' answer alike. */
    Movement known(UUID id, Trail trail) {
        trail.resource(id.toString());
        var movement = findByIdOptional(id)
                .filter(found -> isKnown(found, notices(id)))
                .orElseThrow(Movements::unknown);
        permits.requireTold();
        entries.trace(List.of(movement.entryId), trail);
        return movement;
    }

    private boolean isKnown(Movement movement, List<MovementNotice> notices) {
        var agency = caller.get().agency();
        return (movement.fromAgency.equals(agency)
                        || responsibility.isCallers(movement.entryId)
                        || notices.stream().anyMatch(notice -> notice.reaches(agency)))
                && barriers.isNoneBefore(movement.entryId);
    }

    /** Those of the caller's agency, newest first. */
    List<Movement> known(MovementsQuery query, Optional<Cursor> after, int limit) {
        permits.requireTold();
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

    /**
     * The notices that reached the caller's agency, its own or one that nobody answered, which nobody else changes until the end
     * of the transaction.
     */
    List<MovementNotice> sentToCaller(UUID movementId) {
        var notices = getEntityManager()
                .createQuery(
                        "from MovementNotice where movementId = :id and (agency = :agency or escalatedTo = :agency)"
                                + " order by id",
                        MovementNotice.class)
                .setParameter("id", movementId)
                .setParameter("agency", caller.get().agency())
                .getResultList();
        if (notices.isEmpty()) {
            throw CommonProblem.FORBIDDEN.because(
                    "Only an agency that was told acknowledges; who is responsible for the child sees here who has.");
        }
        notices.forEach(notice -> getEntityManager().refresh(notice, LockModeType.PESSIMISTIC_WRITE));
        return notices;
    }

    /** Who is responsible for the child, and so who waits for an answer. */
    String holder(Movement movement) {
        return responsibility.holderOf(movement.entryId);
    }

    /** As the caller may see it: the holder all notices, who was one those of its time, another its own and no id of the entry. */
    MovementView view(Movement movement) {
        var agency = caller.get().agency();
        var holder = holder(movement);
        var notices = notices(movement.id);
        var own = notices.stream().filter(notice -> notice.reaches(agency)).toList();
        if (own.isEmpty() && !holder.equals(agency)) {
            return MovementView.forFormerHolder(
                    movement,
                    directory.countryOf(agency).orElse(""),
                    history.tellAsHeldBy(agency, movement.entryId).measure(),
                    notices,
                    responsibility.passedOn(movement.entryId));
        }
        var measure = entries.tell(movement.entryId).measure();
        var country = directory.countryOf(holder).orElse("");
        return holder.equals(agency)
                ? MovementView.forHolder(movement, country, measure, notices)
                : MovementView.forTold(movement, country, measure, own, desks.toCall(movement.entryId, holder));
    }

    private static RuntimeException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such movement, or none that you may know of.");
    }
}
