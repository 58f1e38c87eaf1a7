package eu.waymark.referral.feedback;

import eu.waymark.access.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.http.Versions;
import eu.waymark.referral.ReferralEvent;
import eu.waymark.referral.ReferralProblem;
import eu.waymark.referral.access.Permits;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Somebody who is not the worker has heard what a child said, or finds that it has to go outside. */
@Singleton
class HearingFeedback {

    private final Permits permits;
    private final AuditedWork audited;
    private final CurrentCaller caller;
    private final Feedbacks feedbacks;
    private final Delivering delivering;
    private final WorkItems work;
    private final Clock clock;

    HearingFeedback(
            Permits permits,
            AuditedWork audited,
            CurrentCaller caller,
            Feedbacks feedbacks,
            Delivering delivering,
            WorkItems work,
            Clock clock) {
        this.permits = permits;
        this.audited = audited;
        this.caller = caller;
        this.feedbacks = feedbacks;
        this.delivering = delivering;
        this.work = work;
        this.clock = clock;
    }

    FeedbackView hear(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, ReferralEvent.FEEDBACK_HEARD, (feedback, by) -> {
            feedback.heardBy = by.subject();
            feedback.heardAt = now();
            work.closeAll(feedback.id, "heard");
        });
    }

    /** It is shown once more to who sent it on, and to nobody of that agency from then on. */
    FeedbackView sendOutside(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, ReferralEvent.FEEDBACK_SENT_OUTSIDE, (feedback, by) -> {
            if (feedback.isAllegation()) {
                throw ReferralProblem.ILLEGAL_TRANSITION.because("It has come to you from outside its agency.");
            }
            work.close(WorkKind.FEEDBACK, feedback.id, "heard");
            delivering.outside(feedback, now());
        });
    }

    private FeedbackView change(
            UUID id, @Nullable String ifMatch, AuditEventType event, BiConsumer<Feedback, Caller> change) {
        return audited.run(event, trail -> {
            permits.requireAny(Action.READ_FEEDBACK);
            var feedback = feedbacks.known(id, caller.get(), LockModeType.PESSIMISTIC_WRITE, trail);
            Versions.require(ifMatch, feedback.version);
            if (feedback.heardAt != null) {
                throw ReferralProblem.ILLEGAL_TRANSITION.because("Somebody has heard it.");
            }
            change.accept(feedback, caller.get());
            feedbacks.flush();
            return feedbacks.view(feedback);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
