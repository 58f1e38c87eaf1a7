package eu.waymark.register.change;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.platform.web.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All proposals that there ever were. */
@Singleton
class Changes implements PanacheRepositoryBase<ProposedChange, UUID> {

    private final Kinds kinds;
    private final Documents documents;

    Changes(Kinds kinds, Documents documents) {
        this.kinds = kinds;
        this.documents = documents;
    }

    ProposedChange locked(UUID id, Trail trail) {
        var change = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such proposal."));
        trace(change, trail);
        return change;
    }

    void trace(ProposedChange change, Trail trail) {
        trail.resource(change.kind + "/" + change.code);
        trail.note("change", change.id.toString());
    }

    Optional<ProposedChange> open(String kind, String code, String after) {
        return find("kind = ?1 and code = ?2 and after = ?3 and state = 'proposed'", kind, code, after)
                .firstResultOptional();
    }

    /** Newest first; one more than asked for. */
    List<ProposedChange> newest(ChangesQuery query, PageRequest page) {
        var parameters = new Parameters();
        var where = query.where(parameters);
        if (page.after().isPresent()) {
            Cursor after = page.after().get();
            where += " and (proposedAt, id) < (:time, :id)";
            parameters.and("time", after.time()).and("id", after.id());
        }
        return find(where + " order by proposedAt desc, id desc", parameters)
                .range(0, page.limit())
                .list();
    }

    ChangeView view(ProposedChange change) {
        return ChangeView.of(
                change, documents, change.isOpen() && kinds.of(change).isStale(change));
    }
}
