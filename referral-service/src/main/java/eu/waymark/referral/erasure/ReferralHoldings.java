package eu.waymark.referral.erasure;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.erasure.Holdings;
import eu.waymark.referral.ReferralEvent;
import jakarta.inject.Singleton;

/** Referrals and the key of their texts go; one that waits for an answer keeps its child. */
@Singleton
class ReferralHoldings implements Holdings {

    @Override
    public AuditEventType erased() {
        return ReferralEvent.PERSON_ERASED;
    }
}
