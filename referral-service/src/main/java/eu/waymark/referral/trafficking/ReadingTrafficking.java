package eu.waymark.referral.trafficking;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows an agency its own referrals and drafts, and those that were sent to it. */
@ApplicationScoped
class ReadingTrafficking {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownTrafficking known;
    private final TraffickingReferrals referrals;
    private final TraffickingViews views;

    ReadingTrafficking(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownTrafficking known,
            TraffickingReferrals referrals,
            TraffickingViews views) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.views = views;
    }

    TraffickingView one(UUID id) {
        return audited.run(ReferralEvent.TRAFFICKING_READ, trail -> {
            permits.requireAny(Action.REFER_TRAFFICKING, Action.DECIDE_TRAFFICKING);
            var by = caller.get();
            return views.of(known.find(id, by, trail), by.agency());
        });
    }

    Page<TraffickingSummary> page(PageRequest page) {
        return audited.run(ReferralEvent.TRAFFICKING_LISTED, trail -> {
            permits.requireAny(Action.REFER_TRAFFICKING, Action.DECIDE_TRAFFICKING);
            var rows = referrals.of(caller.get().agency(), page);
            known.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(rows, page.limit(), TraffickingSummary::cursor, TraffickingSummary::of);
        });
    }
}
