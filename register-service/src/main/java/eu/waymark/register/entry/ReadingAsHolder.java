package eu.waymark.register.entry;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Reading as the agency that is responsible. To be responsible is not enough: the access policy decides by role and purpose,
 * and every read of what only a holder sees asks it here (architecture, invariant 3). Only within audited work.
 */
@Singleton
public class ReadingAsHolder {

    private final Entries entries;
    private final Permits permits;
    private final CurrentCaller caller;

    ReadingAsHolder(Entries entries, Permits permits, CurrentCaller caller) {
        this.entries = entries;
        this.permits = permits;
        this.caller = caller;
    }

    /** For lists of what is the caller's own agency's, and for what has been found to be so. */
    public void require() {
        permits.requireLevel(AccessLevel.FULL.name(), Relationship.HOLDER);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 404 for an entry that is not the caller's, else 403 */
    public void require(UUID id, Trail trail) {
        entry(id, trail);
    }

    Entry entry(UUID id, Trail trail) {
        var entry = entries.heldBy(caller.get().agency(), id, trail);
        require();
        return entry;
    }
}
