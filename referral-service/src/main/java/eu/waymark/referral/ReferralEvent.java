package eu.waymark.referral;

import eu.waymark.platform.persistence.audit.Action;
import eu.waymark.platform.persistence.audit.AuditEventType;

/** Every audit event of this service. Codes are published and never change their meaning. */
public enum ReferralEvent implements AuditEventType {
    REFERRAL_SENT("referral.referral.sent", Action.CREATE),
    REFERRAL_READ("referral.referral.read", Action.READ),
    REFERRALS_LISTED("referral.referral.listed", Action.READ),
    REFERRAL_ACCEPTED("referral.referral.accepted", Action.UPDATE),
    REFERRAL_REJECTED("referral.referral.rejected", Action.UPDATE),
    REFERRAL_REVOKED("referral.referral.revoked", Action.UPDATE),
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
    TRAFFICKING_RECEIVED("referral.trafficking.received", Action.UPDATE),
    /** By hand, where this service could not tell identity. */
    TRAFFICKING_AGE_DOUBT_RAISED("referral.trafficking.age-doubt-raised", Action.UPDATE),
    TRAFFICKING_CONTACTED("referral.trafficking.contacted", Action.UPDATE),
    TRAFFICKING_DECIDED("referral.trafficking.decided", Action.UPDATE),
    TRAFFICKING_SAFE_PLAN_DECIDED("referral.trafficking.safe-plan-decided", Action.UPDATE),
    TRAFFICKING_ACCOMMODATION_ENDED("referral.trafficking.accommodation-ended", Action.UPDATE),
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
