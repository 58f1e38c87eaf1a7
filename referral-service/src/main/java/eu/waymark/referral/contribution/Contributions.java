package eu.waymark.referral.contribution;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All contributions, each known to the agency that asked. Only inside audited work. */
@ApplicationScoped
class Contributions implements PanacheRepositoryBase<Contribution, UUID> {

    private final PersonTags tags;

    Contributions(PersonTags tags) {
        this.tags = tags;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404, the same for an unknown and for a foreign one */
    Contribution own(UUID id, Caller by, Trail trail) {
        trail.resource(id.toString());
        var found = findByIdOptional(id);
        // Named before the check, so that a refused look is on record with the child it was after.
        found.ifPresent(contribution -> name(List.of(contribution), trail));
        return found.filter(contribution -> contribution.agency.equals(by.agency()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such contribution."));
    }

    /** Names the children of some contributions on the trail. */
    void name(List<Contribution> shown, Trail trail) {
        tags.find(shown.stream().map(one -> one.personRecordId).toList()).forEach(trail::about);
    }

    /** The agency's contributions, about one child where it is named, newest first; one more than the page asks for. */
    List<Contribution> of(String agency, @Nullable UUID child, PageRequest page) {
        var where = "agency = :agency";
        var values = Parameters.with("agency", agency);
        if (child != null) {
            where += " and personRecordId = :child";
            values.and("child", child);
        }
        if (page.after().isPresent()) {
            var last = page.after().get();
            where += " and (askedAt, id) < (:time, :id)";
            values.and("time", last.time()).and("id", last.id());
        }
        return find(where, Sort.descending("askedAt", "id"), values)
                .range(0, page.limit())
                .list();
    }
}
