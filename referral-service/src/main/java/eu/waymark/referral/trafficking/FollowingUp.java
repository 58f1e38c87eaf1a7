package eu.waymark.referral.trafficking;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What follows once a referral is sent: the local authority takes it, and people get in touch where that is safe. */
@ApplicationScoped
class FollowingUp {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownTrafficking known;
    private final TraffickingReferrals referrals;
    private final TraffickingTexts texts;
    private final TraffickingWork work;
    private final TraffickingViews views;
    private final Clock clock;

    FollowingUp(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownTrafficking known,
            TraffickingReferrals referrals,
            TraffickingTexts texts,
            TraffickingWork work,
            TraffickingViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.texts = texts;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    /** Once; doing it again changes nothing. */
    TraffickingView receive(UUID id) {
        return audited.run(ReferralEvent.TRAFFICKING_RECEIVED, trail -> {
            permits.requireAny(Action.REFER_TRAFFICKING, Action.DECIDE_TRAFFICKING);
            var by = caller.get();
            var referral = known.localToChange(id, by, trail);
            if (referral.receivedAt() == null) {
                referral.receive(by.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
                referrals.flush();
                work.received(referral, by.agency());
            }
            return views.of(referral, by.agency());
        });
    }

    /** That a worker has raised the doubt with identity, where this service could not. */
    TraffickingView ageDoubtRaised(UUID id) {
        return audited.run(ReferralEvent.TRAFFICKING_AGE_DOUBT_RAISED, trail -> {
            permits.requireAny(Action.REFER_TRAFFICKING);
            var by = caller.get();
            var referral = hasRecord(id, by, trail);
            referral.ageDoubtRaised();
            referrals.flush();
            work.ageDoubtRaised(referral);
            return views.of(referral, by.agency());
        });
    }

    /** For the agency whose record it is: the one that referred, or the local authority that recorded the person. */
    private TraffickingReferral hasRecord(UUID id, Caller by, Trail trail) {
        var referral = known.toChange(id, by, trail);
        referral.requireSent();
        return referral.isRecordKnown() ? known.ownToChange(id, by, trail) : known.localToChange(id, by, trail);
    }

    /** @throws ProblemException 422 {@code contact-unsafe} for a way that was not said to be safe */
    TraffickingView getInTouch(UUID id, GetInTouch request) {
        return audited.run(ReferralEvent.TRAFFICKING_CONTACTED, trail -> {
            permits.requireAny(Action.REFER_TRAFFICKING, Action.DECIDE_TRAFFICKING);
            var by = caller.get();
            var referral = known.toChange(id, by, trail);
            if (!texts.form(referral).safeToContact(request.channel())) {
                throw ReferralProblem.CONTACT_UNSAFE
                        .because("It may be seen by those who did harm. Choose a way that the person said is safe.")
                        .at("channel", "was not said to be safe");
            }
            referrals.add(new Contact(
                    id,
                    request.channel(),
                    by.agency(),
                    by.subject(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
            return views.of(referral, by.agency());
        });
    }
}
