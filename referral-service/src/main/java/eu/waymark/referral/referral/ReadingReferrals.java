package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Page;
import eu.waymark.platform.web.paging.PageRequest;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Shows an agency the referrals that it sent or received. */
@ApplicationScoped
class ReadingReferrals {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownReferrals known;
    private final Referrals referrals;
    private final ReferralViews views;
    private final Clock clock;

    ReadingReferrals(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownReferrals known,
            Referrals referrals,
            ReferralViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.views = views;
        this.clock = clock;
    }

    ReferralView one(UUID id) {
        return audited.run(ReferralEvent.REFERRAL_READ, trail -> {
            permits.requireAny(Action.CREATE_REFERRAL, Action.WORK_REFERRAL);
            var by = caller.get();
            return views.of(known.find(id, by, trail), by.agency());
        });
    }

    Page<ReferralSummary> page(ListFilter filter, PageRequest page) {
        return audited.run(ReferralEvent.REFERRALS_LISTED, trail -> {
            permits.requireAny(Action.CREATE_REFERRAL, Action.WORK_REFERRAL);
            var agency = caller.get().agency();
            var rows = referrals.of(agency, filter, page, clock.instant());
            known.name(rows.subList(0, Math.min(rows.size(), page.limit())), trail);
            return Page.of(rows, page.limit(), ReferralSummary::cursor, row -> row.seenBy(agency));
        });
    }
}
