package eu.waymark.referral.trafficking;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place to stay ends by a manager's plan and not by an age decision or an immigration decision (invariant 5, scenario S3.6). */
@ApplicationScoped
class KeepingSafe {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownTrafficking known;
    private final TraffickingReferrals referrals;
    private final ChildTexts texts;
    private final TraffickingViews views;
    private final Clock clock;

    KeepingSafe(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownTrafficking known,
            TraffickingReferrals referrals,
            ChildTexts texts,
            TraffickingViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.texts = texts;
        this.views = views;
        this.clock = clock;
    }

    TraffickingView plan(UUID id, @Nullable String ifMatch, PlanSafely request) {
        return audited.run(ReferralEvent.TRAFFICKING_SAFE_PLAN_DECIDED, trail -> {
            permits.requireAny(Action.DECIDE_TRAFFICKING);
            var by = caller.get();
            var referral = known.toChange(id, by, trail);
            Versions.require(ifMatch, referral.version());
            referral.planSafely(
                    texts.seal(referral.personRecordId(), request.plan()),
                    by.subject(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            referrals.flush();
            return views.of(referral, by.agency());
        });
    }

    TraffickingView end(UUID id, @Nullable String ifMatch, EndAccommodation request) {
        return audited.run(ReferralEvent.TRAFFICKING_ACCOMMODATION_ENDED, trail -> {
            permits.requireAny(Action.DECIDE_TRAFFICKING);
            var by = caller.get();
            var referral = known.toChange(id, by, trail);
            Versions.require(ifMatch, referral.version());
            trail.note("cause", request.cause().name());
            referral.endAccommodation(by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            referrals.flush();
            return views.of(referral, by.agency());
        });
    }
}
