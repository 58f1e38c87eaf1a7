package eu.waymark.referral.referral;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.referral.Referral.Parties;
import eu.waymark.referral.referral.Referral.Work;
import eu.waymark.referral.referral.Step.Said;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the first version of a referral. Within audited work. */
@ApplicationScoped
class BeginningReferral {

    private final ChildTexts texts;
    private final Recipients recipients;
    private final Referrals referrals;
    private final Sections sections;
    private final Steps steps;
    private final Clock clock;

    BeginningReferral(
            ChildTexts texts, Recipients recipients, Referrals referrals, Sections sections, Steps steps, Clock clock) {
        this.texts = texts;
        this.recipients = recipients;
        this.referrals = referrals;
        this.sections = sections;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param move the one that begins it: saved as a draft, or sent at once */
    Moving begin(UUID record, DraftContent content, Move move, Caller by, Trail trail) {
        // The database keeps microseconds; what it gives back must equal what was answered.
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        texts.hold(record);
        var parties = new Parties(by.agency(), by.country(), content.toAgency());
        var referral = new Referral(UUID.randomUUID(), parties, work(record, content), at);
        var to = content.toAgency();
        if (move == Move.SEND && to != null) {
            referral.send(to, recipients.sendingTo(to, by, at));
            referral.become(ReferralStatus.SENT, at);
        }
        referrals.persistAndFlush(referral);
        var moving = new Moving(referral, move, by, at, trail);
        sections.write(moving, content.sections());
        steps.add(referral, move, by, at, new Said(null, null, move == Move.SEND ? to : null));
        trail.resource(referral.id().toString());
        trail.created(ReferralsResource.PATH + "/" + referral.id());
        return moving;
    }

    /** What a draft asks for, sealed. */
    Work work(UUID record, DraftContent content) {
        return new Work(record, content.kind(), content.urgency(), content.level(), sealed(record, content.reason()));
    }

    private byte @Nullable [] sealed(UUID record, @Nullable String text) {
        return text == null ? null : texts.seal(record, text);
    }
}
