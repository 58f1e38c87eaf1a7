package eu.waymark.referral.feedback;

import eu.waymark.referral.agency.Agencies;
import eu.waymark.referral.clock.Clocks;
import eu.waymark.referral.clock.Duty;
import eu.waymark.referral.told.ToldRegister;
import eu.waymark.referral.work.NewWork;
import eu.waymark.referral.work.WorkItems;
import eu.waymark.referral.work.WorkKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/**
 * Brings feedback to who is to hear it: to supervision, or outside the agency within one working day (domain, chapter 7). Only
 * within audited work.
 */
@Singleton
class Delivering {

    private final Feedbacks feedbacks;
    private final Agencies agencies;
    private final Clocks clocks;
    private final WorkItems work;
    private final ToldRegister register;

    Delivering(Feedbacks feedbacks, Agencies agencies, Clocks clocks, WorkItems work, ToldRegister register) {
        this.feedbacks = feedbacks;
        this.agencies = agencies;
        this.clocks = clocks;
        this.work = work;
        this.register = register;
    }

    /** What the child says about its worker. Of an allegation nobody in the agency sees anything, not for a moment. */
    void deliver(FeedbackRequest request, Answers answers, Instant at) {
        var feedback = new Feedback();
        feedback.id = UUID.randomUUID();
        feedback.requestId = request.id;
        feedback.personRecordId = request.personRecordId;
        feedback.agency = request.agency;
        feedback.worker = request.worker;
        feedback.language = request.language;
        feedback.reader = request.agency;
        feedback.answers = feedbacks.seal(request.personRecordId, answers);
        feedback.givenAt = at;
        if (answers.somebodyHurtMe()) {
            outside(feedback, request.outsideAgency, at);
            feedbacks.persistAndFlush(feedback);
        } else {
            feedbacks.persistAndFlush(feedback);
            open(WorkKind.FEEDBACK, Duty.FEEDBACK, feedback, at);
        }
    }

    void outside(Feedback feedback, Instant at) {
        var request = feedbacks.getEntityManager().find(FeedbackRequest.class, feedback.requestId);
        outside(feedback, request.outsideAgency, at);
    }

    private void outside(Feedback feedback, String agency, Instant at) {
        feedback.reader = agency;
        open(WorkKind.ALLEGATION, Duty.ALLEGATION, feedback, at);
        register.tell(agency, "allegation-received", feedback.id, feedback.agency, feedback.personRecordId);
    }

    private void open(WorkKind kind, Duty duty, Feedback feedback, Instant at) {
        var country = agencies.findByIdOptional(feedback.reader).orElseThrow().country();
        work.open(new NewWork(
                kind,
                feedback.id,
                feedback.personRecordId,
                feedback.reader,
                at,
                clocks.due(duty, feedback.reader, country, at)));
    }
}
