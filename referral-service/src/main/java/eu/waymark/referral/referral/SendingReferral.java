package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.persistence.erasure.Erasures;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.PersonRecord;
import eu.waymark.referral.person.PersonRecords;
import eu.waymark.referral.referral.Referral.Parties;
import eu.waymark.referral.referral.Referral.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Hands work on a child of the sender's own agency to another agency. */
@ApplicationScoped
class SendingReferral {

    private final Permits permits;
    private final PersonRecords records;
    private final PersonTags tags;
    private final Erasures erasures;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final ChildTexts texts;
    private final Recipients recipients;
    private final Referrals referrals;
    private final ReferralFacts facts;
    private final ReferralViews views;

    SendingReferral(
            Permits permits,
            PersonRecords records,
            PersonTags tags,
            Erasures erasures,
            AuditedWork audited,
            CurrentCaller caller,
            ChildTexts texts,
            Recipients recipients,
            Referrals referrals,
            ReferralFacts facts,
            ReferralViews views) {
        this.permits = permits;
        this.records = records;
        this.tags = tags;
        this.erasures = erasures;
        this.audited = audited;
        this.caller = caller;
        this.texts = texts;
        this.recipients = recipients;
        this.referrals = referrals;
        this.facts = facts;
        this.views = views;
    }

    ReferralView send(SendReferral request) {
        permits.requireAny(Action.CREATE_REFERRAL);
        // Identity is asked before the transaction: no connection is held while another service thinks.
        var record = records.find(request.personRecordId());
        return audited.run(ReferralEvent.REFERRAL_SENT, trail -> {
            var by = caller.get();
            remember(record, by, trail);
            var referral = write(request, by);
            facts.sent(referral);
            trail.resource(referral.id().toString());
            trail.created(ReferralsResource.PATH + "/" + referral.id());
            return views.of(referral, by.agency());
        });
    }

    private void remember(Optional<PersonRecord> found, Caller by, Trail trail) {
        // Where the record is erased here, its tag has been named for the last time.
        found.filter(record -> !erasures.isErased(record.recordId()))
                .map(PersonRecord::tag)
                .ifPresent(trail::about);
        var own = found.filter(record -> record.agency().equals(by.agency()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Your agency has no such person record."));
        erasures.requireNotErased(own.recordId());
        tags.remember(own.recordId(), own.tag());
    }

    private Referral write(SendReferral request, Caller by) {
        var record = request.personRecordId();
        var sending = recipients.sendingTo(request.toAgency(), by);
        var referral = new Referral(
                UUID.randomUUID(),
                new Parties(by.agency(), by.country(), request.toAgency()),
                new Work(record, request.kind(), request.urgency(), texts.seal(record, request.reason())),
                sending);
        referrals.persistAndFlush(referral);
        return referral;
    }
}
