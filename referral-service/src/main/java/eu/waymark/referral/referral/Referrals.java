package eu.waymark.referral.referral;

import eu.waymark.platform.web.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All referrals. Reads nothing outside audited work. */
@ApplicationScoped
class Referrals implements PanacheRepositoryBase<Referral, UUID> {

    /** The agency's referrals, newest first, one more than the page asks for. */
    List<ReferralSummary> of(String agency, ListFilter filter, PageRequest page, Instant now) {
        var conditions = new ArrayList<String>();
        var values = Parameters.with("agency", agency);
        conditions.add(filter.direction().map(direction -> direction.condition).orElse(Direction.EITHER));
        filter.conditions(now).forEach(condition -> {
            conditions.add(condition.hql());
            values.and(condition.name(), condition.value());
        });
        page.after().ifPresent(last -> {
            conditions.add("(listedAt, id) < (:time, :id)");
            values.and("time", last.time()).and("id", last.id());
        });
        return find(String.join(" and ", conditions), Sort.descending("listedAt", "id"), values)
                .project(ReferralSummary.class)
                .range(0, page.limit())
                .list();
    }
}
