package eu.waymark.identity.age;

import eu.waymark.identity.link.Identities;
import eu.waymark.identity.link.IdentitiesChanged;
import eu.waymark.platform.persistence.fact.FactOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the other services how old a child is taken to be: each record of it the same. What they end by it is nothing. */
@ApplicationScoped
class TellingAge {

    private static final String CHANGED = "age-status.changed";

    private final AgeMoves moves;
    private final Identities identities;
    private final FactOutbox facts;

    TellingAge(AgeMoves moves, Identities identities, FactOutbox facts) {
        this.moves = moves;
        this.identities = identities;
        this.facts = facts;
    }

    /** What others learn. */
    record AgeStatusChanged(UUID recordId, String state, boolean treatedAsChild) {}

    /** After records were linked or parted, who is one child with whom has changed, and so may how old they are. */
    void identitiesChanged(@Observes IdentitiesChanged change) {
        if (change.afterErasure() || !moves.of(change.records()).isEmpty()) {
            Set<UUID> now = new HashSet<>();
            change.records().forEach(record -> identities.of(record).ifPresent(now::add));
            now.forEach(identity -> tell(identities.records(identity)));
        }
    }

    /** @param records all of one identity */
    void tell(List<UUID> records) {
        var history = new AgeHistory(moves.of(records));
        facts.emitAll(
                CHANGED,
                records.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                record -> new AgeStatusChanged(
                                        record, history.state().code(), history.isTreatedAsChild()))));
    }
}
