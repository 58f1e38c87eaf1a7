package eu.waymark.referral.feedback;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.onetime.CodeUse;
import eu.waymark.referral.onetime.OneTimeCodes;
import eu.waymark.referral.person.ChildTexts;
import eu.waymark.referral.person.OwnChildren;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Gives a child a code by which it can say, once, how it was served. */
@Singleton
class AskingFeedback {

    private final Permits permits;
    private final OwnChildren children;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final EntityManager entities;
    private final OutsideAgency outside;
    private final OneTimeCodes codes;
    private final ChildTexts texts;
    private final Clock clock;

    AskingFeedback(
            Permits permits,
            OwnChildren children,
            AuditedWork audited,
            CurrentCaller caller,
            EntityManager entities,
            OutsideAgency outside,
            OneTimeCodes codes,
            ChildTexts texts,
            Clock clock) {
        this.permits = permits;
        this.children = children;
        this.audited = audited;
        this.caller = caller;
        this.entities = entities;
        this.outside = outside;
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    FeedbackAsked ask(AskFeedback request) {
        permits.requireAny(Action.ASK_FEEDBACK);
        var asked = children.ask(request.personRecordId());
        return audited.run(ReferralEvent.FEEDBACK_ASKED, trail -> {
            var by = caller.get();
            var record = asked.own(by, trail);
            texts.hold(record);
            var kept = new FeedbackRequest();
            kept.id = UUID.randomUUID();
            kept.personRecordId = record;
            kept.agency = by.agency();
            kept.worker = request.worker();
            kept.language = request.language();
            kept.outsideAgency = outside.of(by);
            kept.askedBy = by.subject();
            kept.askedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            entities.persist(kept);
            entities.flush();
            trail.resource(kept.id.toString());
            var code = codes.issue(CodeUse.FEEDBACK, kept.id, record, OneTimeCodes.LONGEST);
            return new FeedbackAsked(
                    code.code(),
                    OneTimeCodes.HEADER,
                    SubmissionsResource.PATH,
                    code.expiresAt(),
                    PlainWords.in(request.language()));
        });
    }
}
