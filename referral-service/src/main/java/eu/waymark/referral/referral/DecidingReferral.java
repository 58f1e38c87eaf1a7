package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.Referral.Decision;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts or rejects a referral for the agency that it was sent to. */
@ApplicationScoped
class DecidingReferral {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownReferrals known;
    private final Referrals referrals;
    private final WorkItems work;
    private final ChildTexts texts;
    private final ReferralFacts facts;
    private final ReferralViews views;
    private final Clock clock;

    DecidingReferral(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownReferrals known,
            Referrals referrals,
            WorkItems work,
            ChildTexts texts,
            ReferralFacts facts,
            ReferralViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.work = work;
        this.texts = texts;
        this.facts = facts;
        this.views = views;
        this.clock = clock;
    }

    ReferralView decide(UUID id, @Nullable String ifMatch, DecideReferral request) {
        return audited.run(request.decision().event, trail -> {
            permits.requireAny(Action.DECIDE_REFERRAL);
            var by = caller.get();
            var referral = known.find(id, by, trail);
            if (!referral.isTo(by.agency())) {
                throw ReferralProblem.NOT_THE_RECIPIENT.because("Your agency sent this referral; it can be revoked.");
            }
            Versions.require(ifMatch, referral.version());
            var reason = request.reason();
            var sealed = reason == null ? null : texts.seal(referral.work().personRecordId(), reason);
            referral.decide(
                    request.decision().outcome,
                    new Decision(by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS), sealed));
            referrals.flush();
            work.close(WorkKind.REFERRAL_DECISION, id, referral.status().code());
            facts.decided(referral);
            return views.of(referral, by.agency());
        });
    }
}
