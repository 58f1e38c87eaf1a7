package eu.waymark.referral.worker;

import eu.waymark.platform.web.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All absences, planned, running and ended. */
@ApplicationScoped
class Absences implements PanacheRepositoryBase<Absence, UUID> {

    /** Those of an agency that are not over, the next first, one more than the page asks for. */
    List<Absence> of(String agency, PageRequest page) {
        var where = "agency = :agency and state <> :ended";
        var values = Parameters.with("agency", agency).and("ended", Absence.State.ENDED);
        if (page.after().isPresent()) {
            var last = page.after().get();
            where += " and (beginsAt, id) > (:time, :id)";
            values.and("time", last.time()).and("id", last.id());
        }
        return find(where + " order by beginsAt, id", values)
                .range(0, page.limit())
                .list();
    }
}
