package eu.waymark.referral.missing;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All episodes. To anybody outside the agency, and to those within it who were found to have a conflict, they do not exist.
 * Only within audited work.
 */
@Singleton
class Episodes implements PanacheRepositoryBase<MissingEpisode, UUID> {

    private static final String FREE_OF_CONFLICT =
            "not exists (select 1 from MissingConflict c where c.key.episodeId = e.id and c.key.subject = :subject)";
    private static final String LOCK_CHILD =
            "select pg_advisory_xact_lock(hashtextextended('missing ' || min(same::text), 0)) from same_child(:record) same";

    private static final String KEEP_CONFLICTS = """
            insert into missing_conflict (episode_id, subject, set_by, set_at)
            select distinct on (c.subject) :id, c.subject, c.set_by, c.set_at
              from missing_conflict c join missing_episode e on e.id = c.episode_id
             where e.person_record_id in (:records) and e.agency = :agency and e.id <> :id
             order by c.subject, c.set_at""";

    private final PersonTags tags;

    Episodes(PersonTags tags) {
        this.tags = tags;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for unknown, foreign and conflicted */
    MissingEpisode known(UUID id, Caller by, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var found = findByIdOptional(id, lock);
        // Named before the check, so that a refused look is on record with the child it was after.
        found.flatMap(episode -> tags.find(episode.personRecordId)).ifPresent(trail::about);
        return found.filter(episode -> isFor(episode, by))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such episode."));
    }

    /** Newest first, one more than the page asks for. */
    List<MissingEpisode> of(Caller by, @Nullable String status, PageRequest page) {
        var where = "e.agency = :agency and " + FREE_OF_CONFLICT;
        var values = Parameters.with("agency", by.agency()).and("subject", by.subject());
        if (status != null) {
            where += " and e.status = :status";
            values.and("status", status);
        }
        if (page.after().isPresent()) {
            where += " and (e.openedAt, e.id) < (:time, :id)";
            values.and("time", page.after().get().time())
                    .and("id", page.after().get().id());
        }
        return find("from MissingEpisode e where " + where, Sort.descending("e.openedAt", "e.id"), values)
                .range(0, page.limit())
                .list();
    }

    void name(List<MissingEpisode> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream().map(episode -> episode.personRecordId).toList())
                .forEach(trail::about);
    }

    /** Of two who report the same child at once one opens, the other finds it open; and no alert comes between. */
    void lockChild(UUID record) {
        getEntityManager()
                .createNativeQuery(LOCK_CHILD)
                .setParameter("record", record)
                .getSingleResult();
    }

    /** The open episode of the child, whichever of its linked records it is about. */
    Optional<MissingEpisode> openOf(UUID record) {
        return find("personRecordId in ?1 and status = ?2", sameChild(record), MissingEpisode.OPEN)
                .firstResultOptional();
    }

    /** Episodes of the child at an agency that went on at a time and are over now; an alert of a later time is for a later one. */
    List<MissingEpisode> backSince(UUID record, String agency, Instant time) {
        return list(
                "personRecordId in ?1 and agency = ?2 and status <> ?3 and openedAt <= ?4" + " and changedAt >= ?4",
                sameChild(record),
                agency,
                MissingEpisode.OPEN,
                time);
    }

    /** Whoever was kept from an earlier episode of the child is kept from this one. */
    void keepConflicts(MissingEpisode episode) {
        getEntityManager()
                .createNativeQuery(KEEP_CONFLICTS)
                .setParameter("id", episode.id)
                .setParameter("records", sameChild(episode.personRecordId))
                .setParameter("agency", episode.agency)
                .executeUpdate();
    }

    /** How often the child was missing since then, but for what was a mistake. */
    long since(UUID record, Instant then) {
        return count(
                "personRecordId in ?1 and status <> ?2 and openedAt >= ?3",
                sameChild(record),
                MissingEpisode.ANNULLED,
                then);
    }

    List<UUID> sameChild(UUID record) {
        return Column.of(getEntityManager(), "select same_child(:record)", UUID.class)
                .setParameter("record", record)
                .getResultList();
    }

    /** Whether it is of the caller's agency, and the caller has no conflict. */
    boolean isFor(MissingEpisode episode, Caller by) {
        return episode.agency.equals(by.agency())
                && getEntityManager().find(MissingConflict.class, new MissingConflict.Key(episode.id, by.subject()))
                        == null;
    }
}
