package eu.waymark.register.transfer;

import static java.util.stream.Collectors.joining;

import eu.waymark.access.AccessLevel;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What the caller's agency is to the child by a transfer: responsible, responsible once, or asked to become so. As that it
 * reads the summary, where the access policy lets it.
 */
@Singleton
class Sides {

    private static final String IS_HOLDER =
            "exists (select 1 from Entry e where e.id = entryId and e.holder = :agency)";

    private static final String WAS_HOLDER = "(fromAgency = :agency or status = 'accepted')";

    /** For HQL: a transfer between the agency and another, by what the agency is to the child. */
    private static final Map<Relationship, String> WHERE = Map.of(
            Relationship.HOLDER, IS_HOLDER,
            Relationship.FORMER_HOLDER, "(not " + IS_HOLDER + " and " + WAS_HOLDER + ")",
            Relationship.TRANSFER_RECIPIENT, "(not " + IS_HOLDER + " and not " + WAS_HOLDER + ")");

    private final Entries entries;
    private final Permits permits;
    private final CurrentCaller caller;

    Sides(Entries entries, Permits permits, CurrentCaller caller) {
        this.entries = entries;
        this.permits = permits;
        this.caller = caller;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException 403 when the policy does not permit it */
    void require(Transfer transfer) {
        permits.requireLevel(AccessLevel.SUMMARY.name(), of(transfer));
    }

    /**
     * The condition on a transfer between {@code :agency} and another that the caller may read it.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 403 when the policy permits none
     */
    String readable() {
        var sides = WHERE.keySet().stream().filter(this::mayRead).sorted().toList();
        if (sides.isEmpty()) {
            permits.requireLevel(AccessLevel.SUMMARY.name(), Relationship.HOLDER);
        }
        return sides.stream().map(WHERE::get).collect(joining(" or ", "(", ")"));
    }

    private boolean mayRead(Relationship side) {
        return permits.allows(AccessLevel.SUMMARY.name(), side);
    }

    private Relationship of(Transfer transfer) {
        var agency = caller.get().agency();
        if (entries.holderOf(transfer.entryId).filter(agency::equals).isPresent()) {
            return Relationship.HOLDER;
        }
        return transfer.fromAgency.equals(agency) || transfer.status.equals(Transfer.ACCEPTED)
                ? Relationship.FORMER_HOLDER
                : Relationship.TRANSFER_RECIPIENT;
    }
}
