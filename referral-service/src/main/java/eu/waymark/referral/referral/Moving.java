package eu.waymark.referral.referral;

import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import java.time.Instant;
import java.util.UUID;

/**
 * A move that is being made: everything has been checked that concerns all moves alike.
 */
record Moving(Referral referral, Move move, Caller by, Instant at, Trail trail) {

    UUID record() {
        return referral.work().personRecordId();
    }

    /** The worker who moves, as the one who took it, unless somebody has. */
    void takeUnlessTaken() {
        if (referral.receipt() == null) {
            referral.receive(new Referral.Receipt(by.subject(), at));
        }
    }
}
