package eu.waymark.referral;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

/** Every audit event of this service. Codes are published and never change their meaning. */
public enum ReferralEvent implements AuditEventType {
    REFERRAL_SENT("referral.referral.sent", Action.CREATE),
    REFERRAL_READ("referral.referral.read", Action.READ),
    REFERRALS_LISTED("referral.referral.listed", Action.READ),
    WORKLIST_READ("referral.worklist.read", Action.READ),
    WORKLIST_COUNTED("referral.worklist.counted", Action.READ),
    WORK_ASSIGNED("referral.work.assigned", Action.UPDATE),
    WORK_RETURNED("referral.work.returned", Action.UPDATE),
    /** By the system: an agency was reminded of what it has to do, or told with others that it is overdue. */
    WORK_REMINDED("referral.work.reminded", Action.EXECUTE),
    COLLEAGUES_READ("referral.colleague.listed", Action.READ),
    COLLEAGUE_LEFT("referral.colleague.left", Action.UPDATE),
    ABSENCES_READ("referral.absence.listed", Action.READ),
    ABSENCE_ENTERED("referral.absence.entered", Action.CREATE),
    ABSENCE_ENDED("referral.absence.ended", Action.UPDATE),
    /** By the system: an absence began or ended, and with it who does the work. */
    ABSENCE_TURNED("referral.absence.turned", Action.EXECUTE),
    UNDELIVERED_READ("referral.undelivered.listed", Action.READ),
    OVERDUE_INSPECTED("referral.overdue.inspected", Action.READ),
    REFERRAL_ACCEPTED("referral.referral.accepted", Action.UPDATE),
    REFERRAL_REJECTED("referral.referral.rejected", Action.UPDATE),
    REFERRAL_REVOKED("referral.referral.revoked", Action.UPDATE),
    REFERRAL_DRAFTED("referral.referral.drafted", Action.CREATE),
    REFERRAL_SAVED("referral.referral.saved", Action.UPDATE),
    REFERRAL_RECEIVED("referral.referral.received", Action.UPDATE),
    REFERRAL_RETURNED("referral.referral.returned", Action.UPDATE),
    REFERRAL_RESUBMITTED("referral.referral.resubmitted", Action.UPDATE),
    REFERRAL_FORWARDED("referral.referral.forwarded", Action.UPDATE),
    REFERRAL_DONE("referral.referral.done", Action.UPDATE),
    /** A section is shown to the recipient, or no longer, or says something else. */
    REFERRAL_SHARED("referral.referral.shared", Action.UPDATE),
    REFERRAL_RAISED("referral.referral.raised", Action.UPDATE),
    ATTACHMENT_ADDED("referral.attachment.added", Action.CREATE),
    ATTACHMENTS_LISTED("referral.attachment.listed", Action.READ),
    ATTACHMENT_READ("referral.attachment.read", Action.READ),
    SUPPORT_READ("referral.support.read", Action.READ),
    SUPPORT_RECORDED("referral.support.recorded", Action.UPDATE),
    GOAL_SET("referral.goal.set", Action.CREATE),
    GOAL_PROGRESSED("referral.goal.progressed", Action.UPDATE),
    GOALS_READ("referral.goal.read", Action.READ),
    ASSESSMENT_OPENED("referral.assessment.opened", Action.CREATE),
    /** A second one was refused, and the lead of the first is told. */
    ASSESSMENT_ASKED_AGAIN("referral.assessment.asked-again", Action.UPDATE),
    ASSESSMENT_READ("referral.assessment.read", Action.READ),
    ASSESSMENTS_LISTED("referral.assessment.listed", Action.READ),
    ASSESSMENT_AGENCY_INVITED("referral.assessment.agency-invited", Action.UPDATE),
    ASSESSMENT_SECTION_WRITTEN("referral.assessment.section-written", Action.UPDATE),
    ASSESSMENT_SECTION_SIGNED("referral.assessment.section-signed", Action.UPDATE),
    ASSESSMENT_APPROVED("referral.assessment.approved", Action.UPDATE),
    ASSESSMENT_CLOSED("referral.assessment.closed", Action.UPDATE),
    ASSESSMENT_REOPENED("referral.assessment.reopened", Action.UPDATE),
    INFORMATION_REQUESTED("referral.information.requested", Action.CREATE),
    INFORMATION_READ("referral.information.read", Action.READ),
    INFORMATION_LISTED("referral.information.listed", Action.READ),
    /** The desk confirmed that it has the request, byte for byte. */
    INFORMATION_RECEIVED("referral.information.received", Action.UPDATE),
    INFORMATION_ANSWERED("referral.information.answered", Action.CREATE),
    /** The asker confirmed having read what has come. */
    INFORMATION_NOTED("referral.information.noted", Action.UPDATE),
    INFORMATION_REFUSED("referral.information.refused", Action.UPDATE),
    INFORMATION_REVOKED("referral.information.revoked", Action.UPDATE),
    INFORMATION_FORWARDED("referral.information.forwarded", Action.UPDATE),
    INFORMATION_ESCALATED("referral.information.escalated", Action.UPDATE),
    INFORMATION_ESCALATION_DECIDED("referral.information.escalation.decided", Action.UPDATE),
    /** By the system: nobody has received a request, and its sender was alarmed. */
    INFORMATION_UNRECEIVED("referral.information.unreceived", Action.UPDATE),
    CONTRIBUTION_ASKED("referral.contribution.asked", Action.CREATE),
    /** By somebody without an account, whom a one-time code let in. */
    CONTRIBUTION_SUBMITTED("referral.contribution.submitted", Action.CREATE),
    CONTRIBUTION_READ("referral.contribution.read", Action.READ),
    CONTRIBUTIONS_LISTED("referral.contribution.listed", Action.READ),
    /** A worker confirmed having read it. */
    CONTRIBUTION_NOTED("referral.contribution.noted", Action.UPDATE),
    CONTRIBUTION_REVOKED("referral.contribution.revoked", Action.UPDATE),
    TRAFFICKING_DRAFTED("referral.trafficking.drafted", Action.UPDATE),
    TRAFFICKING_SENT("referral.trafficking.sent", Action.CREATE),
    TRAFFICKING_READ("referral.trafficking.read", Action.READ),
    TRAFFICKING_LISTED("referral.trafficking.listed", Action.READ),
    TRAFFICKING_PERSON_RECORDED("referral.trafficking.person-recorded", Action.UPDATE),
    TRAFFICKING_RECEIVED("referral.trafficking.received", Action.UPDATE),
    /** By hand, where this service could not tell identity. */
    TRAFFICKING_AGE_DOUBT_RAISED("referral.trafficking.age-doubt-raised", Action.UPDATE),
    TRAFFICKING_CONTACTED("referral.trafficking.contacted", Action.UPDATE),
    TRAFFICKING_DECIDED("referral.trafficking.decided", Action.UPDATE),
    TRAFFICKING_SAFE_PLAN_DECIDED("referral.trafficking.safe-plan-decided", Action.UPDATE),
    TRAFFICKING_ACCOMMODATION_ENDED("referral.trafficking.accommodation-ended", Action.UPDATE),
    MISSING_REPORTED("referral.missing.reported", Action.CREATE),
    MISSING_REPORT_READ("referral.missing.report.read", Action.READ),
    MISSING_REPORTS_LISTED("referral.missing.report.listed", Action.READ),
    MISSING_REPORT_ANSWERED("referral.missing.report.answered", Action.UPDATE),
    MISSING_REPORTER_TOLD("referral.missing.reporter.told", Action.UPDATE),
    MISSING_OPENED("referral.missing.opened", Action.CREATE),
    MISSING_READ("referral.missing.read", Action.READ),
    MISSING_LISTED("referral.missing.listed", Action.READ),
    MISSING_ACTION_ANSWERED("referral.missing.action.answered", Action.UPDATE),
    MISSING_REFERRED("referral.missing.referred", Action.UPDATE),
    MISSING_CONFLICT_SET("referral.missing.conflict.set", Action.UPDATE),
    MISSING_FOUND("referral.missing.found", Action.UPDATE),
    MISSING_INTERVIEW_NOTED("referral.missing.interview.noted", Action.UPDATE),
    MISSING_CLOSED("referral.missing.closed", Action.UPDATE),
    MISSING_ANNULLED("referral.missing.annulled", Action.UPDATE),
    /** By the system: the register told of an alert for a missing child, as in the next. */
    MISSING_ALERT_RAISED("referral.missing.alert.raised", Action.UPDATE),
    MISSING_ALERT_ENDED("referral.missing.alert.ended", Action.UPDATE),
    LESSON_PROPOSED("referral.lesson.proposed", Action.CREATE),
    LESSON_REWRITTEN("referral.lesson.rewritten", Action.UPDATE),
    LESSON_CHECKED("referral.lesson.checked", Action.UPDATE),
    LESSON_WITHDRAWN("referral.lesson.withdrawn", Action.UPDATE),
    LESSON_READ("referral.lesson.read", Action.READ),
    LESSONS_SEARCHED("referral.lesson.searched", Action.READ),
    SUPERVISION_WRITTEN("referral.supervision.written", Action.CREATE),
    SUPERVISION_READ("referral.supervision.read", Action.READ),
    SUPERVISION_LISTED("referral.supervision.listed", Action.READ),
    SUPERVISION_ACTION_DONE("referral.supervision.action.done", Action.UPDATE),
    FEEDBACK_ASKED("referral.feedback.asked", Action.CREATE),
    /** By a child with a code; the event does not say to whom it goes. */
    FEEDBACK_GIVEN("referral.feedback.given", Action.CREATE),
    FEEDBACK_READ("referral.feedback.read", Action.READ),
    FEEDBACK_LISTED("referral.feedback.listed", Action.READ),
    FEEDBACK_HEARD("referral.feedback.heard", Action.UPDATE),
    FEEDBACK_SENT_OUTSIDE("referral.feedback.sent-outside", Action.UPDATE),
    STEPS_READ("referral.guideline-step.read", Action.READ),
    STEP_DONE("referral.guideline-step.done", Action.CREATE),
    STEP_OVERRIDDEN("referral.guideline-step.overridden", Action.CREATE),
    RULES_PROPOSED("referral.rules.proposed", Action.CREATE),
    RULES_PUBLISHED("referral.rules.published", Action.UPDATE),
    RULES_REFUSED("referral.rules.refused", Action.UPDATE),
    RULES_WITHDRAWN("referral.rules.withdrawn", Action.UPDATE),
    CLOCK_EXPLAINED("referral.clock.explained", Action.READ),
    CLOCK_PAUSED("referral.clock.paused", Action.UPDATE),
    CLOCK_RESUMED("referral.clock.resumed", Action.UPDATE),
    CLOCK_EXCEPTED("referral.clock.excepted", Action.UPDATE),
    /** By the system: data keys were wrapped by a new row key. */
    KEYS_REWRAPPED("referral.keys.rewrapped", Action.EXECUTE),
    PERSON_ERASED("referral.person.erased", Action.DELETE);

    private final String code;
    private final Action action;

    ReferralEvent(String code, Action action) {
        this.code = code;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Action action() {
        return action;
    }
}
