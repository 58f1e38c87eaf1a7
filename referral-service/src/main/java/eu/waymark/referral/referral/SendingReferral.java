package eu.waymark.referral.referral;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.OwnChildren;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands work on a child of the sender's own agency to another agency: at once, or from a draft. */
@ApplicationScoped
class SendingReferral {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final MakingMove moves;
    private final BeginningReferral beginning;
    private final Recipients recipients;
    private final Consequences consequences;
    private final ReferralViews views;

    SendingReferral(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            MakingMove moves,
            BeginningReferral beginning,
            Recipients recipients,
            Consequences consequences,
            ReferralViews views) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.moves = moves;
        this.beginning = beginning;
        this.recipients = recipients;
        this.consequences = consequences;
        this.views = views;
    }

    ReferralView send(SendReferral request) {
        permits.requireAny(Action.CREATE_REFERRAL);
        // Identity is asked before the transaction: no connection is held while another service thinks.
        var child = children.ask(request.personRecordId());
        return audited.run(Move.SEND.event, trail -> {
            var by = caller.get();
            var moving = beginning.begin(child.own(by, trail), request.content(), Move.SEND, by, trail);
            consequences.of(moving, Said.NOTHING);
            return views.of(moving.referral(), by.agency());
        });
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code draft-incomplete}, naming what is missing */
    ReferralView sendDraft(UUID id, @Nullable String ifMatch) {
        return moves.make(Move.SEND, id, ifMatch, moving -> {
            var referral = moving.referral();
            views.requireComplete(referral, moving.by().agency());
            var to = Objects.requireNonNull(referral.parties().toAgency());
            referral.send(to, recipients.sendingTo(to, moving.by(), moving.at()));
            return Said.to(to, null);
        });
    }
}
