package eu.waymark.referral.trafficking;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a draft that is complete. From then on it stays as it is, and the clocks run. */
@ApplicationScoped
class SendingTrafficking {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownTrafficking known;
    private final TraffickingReferrals referrals;
    private final TraffickingTexts texts;
    private final Completeness completeness;
    private final AgeDoubt doubt;
    private final TraffickingWork work;
    private final TraffickingViews views;
    private final Clock clock;

    SendingTrafficking(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            KnownTrafficking known,
            TraffickingReferrals referrals,
            TraffickingTexts texts,
            Completeness completeness,
            AgeDoubt doubt,
            TraffickingWork work,
            TraffickingViews views,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.texts = texts;
        this.completeness = completeness;
        this.doubt = doubt;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    TraffickingView send(UUID id, @Nullable String ifMatch) {
        permits.requireAny(Action.REFER_TRAFFICKING);
        // Identity is told between two transactions: none is held open while another service thinks. A doubt that was
        // raised for a referral that is then not sent does no harm: it treats somebody as a child.
        var told = doubted(id, ifMatch).map(this::raise).orElse(true);
        return audited.run(ReferralEvent.TRAFFICKING_SENT, trail -> {
            var by = caller.get();
            var referral = known.ownToChange(id, by, trail);
            var form = requireSendable(referral, ifMatch);
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            referral.send(form, told, by.subject(), at);
            referrals.flush();
            work.sent(referral, String.valueOf(form.localAuthority()), at);
            trail.note("ageDoubtTold", Boolean.toString(told));
            return views.of(referral, by.agency());
        });
    }

    /** Where there is no record yet, the local authority raises the doubt when it makes one. */
    private boolean raise(TraffickingReferral.Subject subject) {
        return subject.known() && doubt.raise(subject.recordId());
    }

    /** Who is treated as a child, once the draft may be sent. */
    private Optional<TraffickingReferral.Subject> doubted(UUID id, @Nullable String ifMatch) {
        return audited.run(ReferralEvent.TRAFFICKING_READ, trail -> {
            Caller by = caller.get();
            var referral = known.ownToChange(id, by, trail);
            return requireSendable(referral, ifMatch).isTreatedAsChild()
                    ? Optional.of(new TraffickingReferral.Subject(referral.personRecordId(), referral.isRecordKnown()))
                    : Optional.<TraffickingReferral.Subject>empty();
        });
    }

    private TraffickingForm requireSendable(TraffickingReferral referral, @Nullable String ifMatch) {
        referral.requireDraft();
        Versions.require(ifMatch, referral.version());
        var form = texts.form(referral);
        completeness.require(form);
        return form;
    }
}
