package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.OwnChildren;
import eu.waymark.referral.referral.Referral.Parties;
import eu.waymark.referral.referral.Referral.Work;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Hands work on a child of the sender's own agency to another agency. */
@ApplicationScoped
class SendingReferral {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final ChildTexts texts;
    private final Recipients recipients;
    private final Referrals referrals;
    private final WorkItems work;
    private final ReferralFacts facts;
    private final ReferralViews views;

    SendingReferral(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            ChildTexts texts,
            Recipients recipients,
            Referrals referrals,
            WorkItems work,
            ReferralFacts facts,
            ReferralViews views) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.texts = texts;
        this.recipients = recipients;
        this.referrals = referrals;
        this.work = work;
        this.facts = facts;
        this.views = views;
    }

    ReferralView send(SendReferral request) {
        permits.requireAny(Action.CREATE_REFERRAL);
        // Identity is asked before the transaction: no connection is held while another service thinks.
        var child = children.ask(request.personRecordId());
        return audited.run(ReferralEvent.REFERRAL_SENT, trail -> {
            var by = caller.get();
            child.own(by, trail);
            var referral = write(request, by);
            open(referral);
            facts.sent(referral);
            trail.resource(referral.id().toString());
            trail.created(ReferralsResource.PATH + "/" + referral.id());
            return views.of(referral, by.agency());
        });
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

    private void open(Referral referral) {
        var sending = referral.sending();
        work.open(new NewWork(
                        WorkKind.REFERRAL_DECISION,
                        referral.id(),
                        referral.work().personRecordId(),
                        referral.parties().toAgency(),
                        sending.sentAt(),
                        new Due(sending.dueAt(), sending.dueRule()))
                .awaitedBy(referral.parties().fromAgency()));
    }
}
