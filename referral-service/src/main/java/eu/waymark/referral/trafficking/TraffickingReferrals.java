package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All trafficking referrals with what belongs to them. Reads nothing outside audited work. */
@ApplicationScoped
class TraffickingReferrals implements PanacheRepositoryBase<TraffickingReferral, UUID> {

    private static final String SEEN_BY = "(fromAgency = :agency or status <> 'DRAFT' and"
            + " (localAuthority = :agency or competentAuthority = :agency))";

    /** Who changes one waits for whoever changes it now. */
    Optional<TraffickingReferral> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the agency, and those that name it, newest first, one more than the page asks for. */
    List<TraffickingReferral> of(String agency, PageRequest page) {
        var values = Parameters.with("agency", agency);
        var place = page.after()
                .map(last -> {
                    values.and("time", last.time()).and("id", last.id());
                    return " and (startedAt, id) < (:time, :id)";
                })
                .orElse("");
        return find(SEEN_BY + place + " order by startedAt desc, id desc", values)
                .range(0, page.limit())
                .list();
    }

    /** Oldest first. */
    List<Decision> decisionsOn(TraffickingReferral referral) {
        return getEntityManager()
                .createQuery("from Decision where key.referralId = ?1 order by key.number", Decision.class)
                .setParameter(1, referral.id())
                .getResultList();
    }

    void add(Object belonging) {
        getEntityManager().persist(belonging);
        flush();
    }
}
