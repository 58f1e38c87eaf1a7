package eu.waymark.referral.trafficking;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.OwnChildren;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The local authority names the record that it made of somebody whom an agency without records met. It takes the referral. */
@ApplicationScoped
class RecordingPerson {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownTrafficking known;
    private final TraffickingReferrals referrals;
    private final TraffickingTexts texts;
    private final AgeDoubt doubt;
    private final TraffickingWork work;
    private final TraffickingViews views;
    private final Clock clock;

    RecordingPerson(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            KnownTrafficking known,
            TraffickingReferrals referrals,
            TraffickingTexts texts,
            AgeDoubt doubt,
            TraffickingWork work,
            TraffickingViews views,
            Clock clock) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.texts = texts;
        this.doubt = doubt;
        this.work = work;
        this.views = views;
        this.clock = clock;
    }

    TraffickingView record(UUID id, RecordPerson request) {
        permits.requireAny(Action.REFER_TRAFFICKING, Action.DECIDE_TRAFFICKING);
        var asked = children.ask(request.personRecordId());
        var told = !isDoubted(id, asked) || doubt.raise(request.personRecordId());
        return audited.run(ReferralEvent.TRAFFICKING_PERSON_RECORDED, trail -> {
            var by = caller.get();
            var record = asked.own(by, trail);
            var referral = known.localToChange(id, by, trail);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            texts.hold(record);
            referral.recordPerson(record, told);
            if (referral.receivedAt() == null) {
                referral.receive(by.subject(), now);
                work.received(referral, by.agency());
            }
            referrals.flush();
            work.personRecorded(referral, by.agency(), referrals.decisionsOn(referral), now);
            return views.of(referral, by.agency());
        });
    }

    /** Whether the person is treated as a child, once all else is in order. */
    private boolean isDoubted(UUID id, OwnChildren.Asked asked) {
        return audited.run(ReferralEvent.TRAFFICKING_READ, trail -> {
            var by = caller.get();
            asked.own(by, trail);
            var referral = known.localToChange(id, by, trail);
            referral.requireUnrecorded();
            return texts.form(referral).isTreatedAsChild();
        });
    }
}
