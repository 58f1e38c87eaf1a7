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
