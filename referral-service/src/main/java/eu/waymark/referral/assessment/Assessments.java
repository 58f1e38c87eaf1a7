package eu.waymark.referral.assessment;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All assessments. Reads nothing outside audited work. */
@ApplicationScoped
class Assessments implements PanacheRepositoryBase<Assessment, UUID> {

    private static final int LOCK = 1_463_906_001;
    private static final String CHILD =
            "select coalesce((select identity_id from person_tag where record_id = :record),"
                    + " cast(:record as uuid))";
    private static final String SEEN_BY =
            "(agency = :agency or exists (select 1 from Section s where s.assessmentId = a.id and s.agency = :agency))";

    // As identity has it now, not as it was when the other one was opened: records are linked meanwhile.
    private static final String OPEN = "select a.id from assessment a"
            + " left join person_tag t on t.record_id = a.person_record_id"
            + " where a.status <> 'CLOSED' and coalesce(t.identity_id, a.person_record_id) = :child"
            + " order by a.opened_at limit 1";

    /** The open assessment of the child of that record, on whichever of its linked records; who asks next waits for us. */
    Optional<Assessment> openOn(UUID record) {
        var child = Column.of(getEntityManager(), CHILD, UUID.class)
                .setParameter("record", record)
                .getSingleResult();
        Column.of(
                        getEntityManager(),
                        "select cast(pg_advisory_xact_lock(:lock, hashtext(:child)) as text)",
                        String.class)
                .setParameter("lock", LOCK)
                .setParameter("child", child.toString())
                .getResultList();
        return Column.of(getEntityManager(), OPEN, UUID.class)
                .setParameter("child", child)
                .getResultStream()
                .findFirst()
                .map(id -> findById((UUID) id));
    }

    /** Who changes something of an assessment waits for whoever changes it now. */
    Optional<Assessment> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that the agency leads or writes in, newest first, one more than the page asks for. */
    List<Assessment> of(String agency, PageRequest page) {
        var values = Parameters.with("agency", agency);
        var place = page.after()
                .map(last -> {
                    values.and("time", last.time()).and("id", last.id());
                    return " and (a.openedAt, a.id) < (:time, :id)";
                })
                .orElse("");
        return find("from Assessment a where " + SEEN_BY + place + " order by a.openedAt desc, a.id desc", values)
                .range(0, page.limit())
                .list();
    }
}
