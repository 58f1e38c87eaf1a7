package eu.waymark.register.erasure;

import eu.waymark.platform.persistence.audit.AuditEventType;
import eu.waymark.platform.persistence.erasure.Holdings;
import eu.waymark.register.RegisterEvent;
import jakarta.inject.Singleton;

/** Ended entries and all that hangs on them go; an active one keeps its child. */
@Singleton
class RegisterHoldings implements Holdings {

    @Override
    public AuditEventType erased() {
        return RegisterEvent.PERSON_ERASED;
    }
}
