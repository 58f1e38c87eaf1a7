package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.referral.Referral.Decision;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a referral back for the agency that sent it, as long as nobody has decided on it. */
@ApplicationScoped
class RevokingReferral {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownReferrals known;
    private final Referrals referrals;
    private final WorkItems work;
    private final ReferralFacts facts;
    private final ReferralViews views;
    private final Clock clock;

    RevokingReferral(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownReferrals known,
            Referrals referrals,
            WorkItems work,
            ReferralFacts facts,
            ReferralViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.work = work;
        this.facts = facts;
        this.views = views;
        this.clock = clock;
    }

    ReferralView revoke(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.REFERRAL_REVOKED, trail -> {
            permits.requireAny(Action.CREATE_REFERRAL);
            var by = caller.get();
            var referral = known.find(id, by, trail);
            if (!referral.isFrom(by.agency())) {
                throw ReferralProblem.NOT_THE_SENDER.because("Your agency received this referral; it can be rejected.");
            }
            Versions.require(ifMatch, referral.version());
            referral.decide(
                    ReferralStatus.REVOKED,
                    new Decision(by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS), null));
            referrals.flush();
            work.close(WorkKind.REFERRAL_DECISION, id, referral.status().code());
            facts.revoked(referral);
            return views.of(referral, by.agency());
        });
    }
}
