package eu.waymark.referral.feedback;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.onetime.CodeUse;
import eu.waymark.referral.onetime.OneTimeCodes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Takes what a child answers, once, and thanks it in its language: the same words whatever it said. */
@Singleton
class GivingFeedback {

    /** Who stands in the event: nobody can say whose hand it was. */
    private static final String ACTOR = "child";

    private final AuditedWork audited;
    private final OneTimeCodes codes;
    private final EntityManager entities;
    private final Delivering delivering;
    private final PersonTags tags;
    private final Clock clock;

    GivingFeedback(
            AuditedWork audited,
            OneTimeCodes codes,
            EntityManager entities,
            Delivering delivering,
            PersonTags tags,
            Clock clock) {
        this.audited = audited;
        this.codes = codes;
        this.entities = entities;
        this.delivering = delivering;
        this.tags = tags;
        this.clock = clock;
    }

    String give(@Nullable String code, Answers answers) {
        return audited.runWithoutAccount(ACTOR, ReferralEvent.FEEDBACK_GIVEN, trail -> {
            var redeemed = codes.redeem(CodeUse.FEEDBACK, code);
            var request = entities.find(FeedbackRequest.class, redeemed.reference());
            trail.resource(request.id.toString());
            tags.find(request.personRecordId).ifPresent(trail::about);
            delivering.deliver(request, answers, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return PlainWords.in(request.language).thanks();
        });
    }
}
