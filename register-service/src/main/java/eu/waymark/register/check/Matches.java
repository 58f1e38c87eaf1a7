package eu.waymark.register.check;

import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.barrier.Barriers;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;

/** What checks found, by handle, for the agency that asked. Only within audited work. */
@Singleton
public class Matches {

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Barriers barriers;

    Matches(EntityManager entities, CurrentCaller caller, Clock clock, Barriers barriers) {
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
        this.barriers = barriers;
    }

    /**
     * The entry behind a handle, once a person has confirmed that it is the child.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for a handle of another agency and an unknown one
     *     alike, 410 for one that has expired, 409 for one that nobody has confirmed
     */
    public UUID confirmedEntry(UUID handle) {
        var match = usable(handle);
        if (!match.isConfirmed()) {
            throw RegisterProblem.NOT_CONFIRMED.because("Confirm first that the match is the child.");
        }
        return match.entryId;
    }

    /** Whether it was found by a check whose looks the holder is not to know of. */
    boolean isProtected(CheckMatch match) {
        return entities.find(ChildCheck.class, match.checkId).isProtected;
    }

    CheckMatch usable(UUID handle) {
        var match = entities.find(CheckMatch.class, handle);
        if (match == null
                || !entities.find(ChildCheck.class, match.checkId)
                        .agency
                        .equals(caller.get().agency())
                || !barriers.isNoneBefore(match.entryId)) {
            throw CommonProblem.NOT_FOUND.because("There is no such match in your agency's checks.");
        }
        if (match.expiresAt.isBefore(clock.instant())) {
            throw RegisterProblem.HANDLE_EXPIRED.because("Check again: a handle is good for 30 minutes.");
        }
        return match;
    }
}
