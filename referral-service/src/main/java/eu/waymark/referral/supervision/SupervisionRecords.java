package eu.waymark.referral.supervision;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.supervision.SupervisionView.ActionView;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * All records of supervision, each for the worker whom it is about and for who wrote it; oversight for the agency's managers
 * besides, reflection for nobody else. Only within audited work.
 */
@Singleton
class SupervisionRecords implements PanacheRepositoryBase<SupervisionRecord, UUID> {

    private static final String MINE =
            "agency = :agency and (worker = :subject or author = :subject or :manages = true and kind = '"
                    + SupervisionRecord.OVERSIGHT + "' and worker <> :subject)";

    private final ChildTexts texts;
    private final PersonTags tags;

    SupervisionRecords(ChildTexts texts, PersonTags tags) {
        this.texts = texts;
        this.tags = tags;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for unknown and for others' */
    SupervisionRecord known(UUID id, Caller by, LockModeType lock, Trail trail) {
        trail.resource(id.toString());
        var record = find("id = :id and " + MINE, mine(by).and("id", id))
                .withLock(lock)
                .<SupervisionRecord>firstResultOptional()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such record, or none of yours."));
        name(List.of(record), trail);
        return record;
    }

    /** Newest first, one more than the page asks for. */
    List<SupervisionRecord> of(Caller by, PageRequest page) {
        var where = MINE;
        var values = mine(by);
        if (page.after().isPresent()) {
            where += " and (writtenAt, id) < (:time, :last)";
            values.and("time", page.after().get().time())
                    .and("last", page.after().get().id());
        }
        return find(where, Sort.descending("writtenAt", "id"), values)
                .range(0, page.limit())
                .list();
    }

    void name(List<SupervisionRecord> shown, Trail trail) {
        trail.returned(shown.size());
        tags.find(shown.stream()
                        .map(record -> record.personRecordId)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach(trail::about);
    }

    List<SupervisionAction> actions(SupervisionRecord record) {
        return getEntityManager()
                .createQuery("from SupervisionAction where recordId = :id order by place", SupervisionAction.class)
                .setParameter("id", record.id)
                .getResultList();
    }

    SupervisionView view(SupervisionRecord record) {
        var shown = actions(record).stream()
                .map(a -> new ActionView(a.id, texts.open(record.keyId, a.text), a.dueOn, a.doneBy, a.doneAt))
                .toList();
        return SupervisionView.of(record, texts.open(record.keyId, record.text), shown);
    }

    private static Parameters mine(Caller by) {
        return Parameters.with("agency", by.agency())
                .and("subject", by.subject())
                .and("manages", by.has("manager"));
    }
}
