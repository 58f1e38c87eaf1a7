package eu.waymark.referral.gate;

import eu.waymark.platform.web.caller.Caller;
import java.util.UUID;

/** A feature that keeps people of the agency itself from a piece of work: its steps would tell how it stands. */
public interface Discretion {

    /** Whether the piece of work does not exist for that person; false for work of another kind. */
    boolean hides(UUID reference, Caller from);
}
