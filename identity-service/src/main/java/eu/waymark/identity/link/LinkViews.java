package eu.waymark.identity.link;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows decisions to those who have a right to one of the two records. */
@ApplicationScoped
public class LinkViews {

    private final Links links;
    private final Pairs pairs;

    LinkViews(Links links, Pairs pairs) {
        this.links = links;
        this.pairs = pairs;
    }

    /** The decision with what has become of it; both children are named on the trail. */
    public LinkView of(Edge edge, Caller reader, Trail trail) {
        var pair = pairs.of(edge.recordA(), edge.recordB());
        pair.tell(trail);
        var inForce = links.newest(pair).map(Edge::id).filter(edge.id()::equals).isPresent();
        var held = inForce && edge.verdict() == Verdict.SAME && links.isHeld(edge, pair.a());
        return LinkView.of(edge, pair, inForce, held, reader);
    }
}
