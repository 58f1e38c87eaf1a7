package eu.waymark.identity.link;

import eu.waymark.access.Action;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** One person links two records of their agency, or takes any link back: both are one more decision, and lose nothing. */
@ApplicationScoped
class DecidingLink {

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final Pairs pairs;
    private final Links links;
    private final Identities identities;
    private final Linking linking;
    private final LinkViews views;

    DecidingLink(
            AuditedWork work,
            CurrentCaller caller,
            Pairs pairs,
            Links links,
            Identities identities,
            Linking linking,
            LinkViews views) {
        this.work = work;
        this.caller = caller;
        this.pairs = pairs;
        this.links = links;
        this.identities = identities;
        this.linking = linking;
        this.views = views;
    }

    LinkView decide(NewLink asked) {
        return work.run(IdentityEvent.LINK_DECIDED, trail -> {
            links.lock();
            var by = caller.get();
            var pair = pairs.own(asked.recordId(), asked.otherRecordId(), by);
            pair.tell(trail);
            var takesBack = isDecided(pair) || asked.decision().verdict() != Verdict.SAME && identities.isOne(pair);
            pairs.require(takesBack ? Action.LINK_PERSONS : Action.REVIEW_PERSONS, pair, by);
            pairs.requireUnrestricted(pair, by);
            identities.requireOneAgency(pair, asked.decision().verdict());
            return added(linking.decide(pair, asked.decision(), Decider.of(by)), trail);
        });
    }

    LinkView undo(UUID id, Decision decision) {
        return work.run(IdentityEvent.LINK_UNDONE, trail -> {
            links.lock();
            trail.resource(id.toString());
            var by = caller.get();
            var edge = links.find(id).orElseThrow(Pairs::unknown);
            var pair = pairs.of(edge.recordA(), edge.recordB());
            pair.tell(trail);
            pairs.require(Action.LINK_PERSONS, pair, by);
            if (edge.verdict() != Verdict.SAME
                    || decision.verdict() == Verdict.SAME
                    || !links.newest(pair).orElseThrow().id().equals(id)) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because(
                        "Only a link in force is taken back, by saying what the two records are instead.");
            }
            return added(linking.decide(pair, decision, Decider.of(by)), trail);
        });
    }

    /** Whether somebody knew already: taking that back, or saying the opposite, is not for everybody. */
    private boolean isDecided(Pair pair) {
        return links.newest(pair)
                .filter(edge -> edge.verdict() != Verdict.UNSURE)
                .isPresent();
    }

    private LinkView added(Edge edge, Trail trail) {
        trail.resource(edge.id().toString());
        trail.note("verdict", edge.verdict().name());
        trail.note("reason", edge.reason().name());
        trail.created(LinkResource.location(edge.id()).toString());
        return views.of(edge, caller.get(), trail);
    }
}
