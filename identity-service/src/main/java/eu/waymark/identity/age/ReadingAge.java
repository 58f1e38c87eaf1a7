package eu.waymark.identity.age;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows how old a child is taken to be. */
@ApplicationScoped
class ReadingAge {

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final Permits permits;
    private final KnowingIdentity knowing;
    private final AgeViews views;

    ReadingAge(AuditedWork work, CurrentCaller caller, Permits permits, KnowingIdentity knowing, AgeViews views) {
        this.work = work;
        this.caller = caller;
        this.permits = permits;
        this.knowing = knowing;
        this.views = views;
    }

    AgeStatusView read(UUID identity) {
        return work.run(IdentityEvent.AGE_READ, trail -> {
            var known = knowing.of(identity, caller.get(), trail);
            permits.require(Action.REVIEW_PERSONS, known.held() ? Relationship.HOLDER : Relationship.NONE);
            trail.returned(1);
            return views.of(known, caller.get());
        });
    }
}
