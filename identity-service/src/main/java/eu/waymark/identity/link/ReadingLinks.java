package eu.waymark.identity.link;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows what was decided about records that the caller has a right to. */
@ApplicationScoped
class ReadingLinks {

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final Permits permits;
    private final Pairs pairs;
    private final Links links;
    private final LinkViews views;

    ReadingLinks(AuditedWork work, CurrentCaller caller, Permits permits, Pairs pairs, Links links, LinkViews views) {
        this.work = work;
        this.caller = caller;
        this.permits = permits;
        this.pairs = pairs;
        this.links = links;
        this.views = views;
    }

    LinkView one(UUID id) {
        return work.run(IdentityEvent.LINK_READ, trail -> {
            trail.resource(id.toString());
            var edge = links.find(id).orElseThrow(Pairs::unknown);
            pairs.require(Action.REVIEW_PERSONS, pairs.of(edge.recordA(), edge.recordB()), caller.get());
            trail.returned(1);
            return views.of(edge, caller.get(), trail);
        });
    }

    Page<LinkView> ofAgency(PageRequest page) {
        return work.run(IdentityEvent.LINKS_LISTED, trail -> {
            permits.require(Action.REVIEW_PERSONS, Relationship.HOLDER);
            var found = links.ofAgency(caller.get().agency(), page.after(), page.limit() + 1);
            var shown = Page.of(
                    found,
                    page.limit(),
                    edge -> new Cursor(edge.decidedAt(), edge.id()),
                    edge -> views.of(edge, caller.get(), trail));
            trail.returned(shown.items().size());
            return shown;
        });
    }
}
