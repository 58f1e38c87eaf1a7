package eu.waymark.referral.trafficking;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.person.OwnChildren;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins a draft, and takes it up again. Whoever works for the agency may go on with it. */
@ApplicationScoped
class DraftingTrafficking {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final KnownTrafficking known;
    private final TraffickingReferrals referrals;
    private final TraffickingTexts texts;
    private final BirthDates births;
    private final TraffickingViews views;
    private final Clock clock;

    DraftingTrafficking(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            KnownTrafficking known,
            TraffickingReferrals referrals,
            TraffickingTexts texts,
            BirthDates births,
            TraffickingViews views,
            Clock clock) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.known = known;
        this.referrals = referrals;
        this.texts = texts;
        this.births = births;
        this.views = views;
        this.clock = clock;
    }

    TraffickingView start(StartTrafficking request) {
        permits.requireAny(Action.REFER_TRAFFICKING);
        births.requireReal(request.form().birthDate());
        var asked = Optional.ofNullable(request.personRecordId()).map(children::ask);
        return audited.run(ReferralEvent.TRAFFICKING_DRAFTED, trail -> {
            var by = caller.get();
            var subject = asked.map(child -> new TraffickingReferral.Subject(child.own(by, trail), true))
                    .orElseGet(() -> new TraffickingReferral.Subject(UUID.randomUUID(), false));
            var draft = new TraffickingReferral(
                    subject,
                    texts.seal(subject.recordId(), request.form()),
                    by,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            referrals.persistAndFlush(draft);
            trail.resource(draft.id().toString());
            trail.created(TraffickingResource.PATH + "/" + draft.id());
            return views.of(draft, by.agency());
        });
    }

    TraffickingView rewrite(UUID id, @Nullable String ifMatch, TraffickingForm form) {
        births.requireReal(form.birthDate());
        return audited.run(ReferralEvent.TRAFFICKING_DRAFTED, trail -> {
            permits.requireAny(Action.REFER_TRAFFICKING);
            var by = caller.get();
            var draft = known.ownToChange(id, by, trail);
            draft.requireDraft();
            Versions.require(ifMatch, draft.version());
            draft.rewrite(texts.seal(draft.personRecordId(), form));
            referrals.flush();
            return views.of(draft, by.agency());
        });
    }
}
