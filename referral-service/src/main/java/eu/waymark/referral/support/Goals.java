package eu.waymark.referral.support;

import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.referral.referral.ReferralDoor.Opened;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The goals of children. An agency reads its own and those of the child's agency; the child's agency reads all. */
@ApplicationScoped
class Goals implements PanacheRepositoryBase<Goal, UUID> {

    private static final String READABLE =
            "personRecordId = :record and (agency = :reader or agency = :owner or :reader = :owner)";

    /** Newest first, one more than the page asks for. */
    List<Goal> of(Opened opened, String reader, PageRequest page) {
        var values = readable(opened, reader);
        var where = page.after()
                .map(last -> {
                    values.and("time", last.time()).and("id", last.id());
                    return READABLE + " and (setAt, id) < (:time, :id)";
                })
                .orElse(READABLE);
        return find(where + " order by setAt desc, id desc", values)
                .range(0, page.limit())
                .list();
    }

    Optional<Goal> find(Opened opened, String reader, UUID id) {
        return find(READABLE + " and id = :id", readable(opened, reader).and("id", id))
                .firstResultOptional();
    }

    List<Progress> progressOf(Goal goal) {
        return getEntityManager()
                .createQuery("from GoalProgress where goalId = :goal order by recordedAt, id", Progress.class)
                .setParameter("goal", goal.id)
                .getResultList();
    }

    private static Parameters readable(Opened opened, String reader) {
        return Parameters.with("record", opened.record()).and("reader", reader).and("owner", opened.sender());
    }
}
