package eu.waymark.identity.link;

import static java.util.Objects.requireNonNull;

import eu.waymark.platform.persistence.fact.FactOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds a decision about two records and tells the others which records changed their identity by it. */
@ApplicationScoped
public class Linking {

    private static final String LINKED = "person.linked";
    private static final String UNLINKED = "person.unlinked";

    private final Links links;
    private final Identities identities;
    private final Comparing comparing;
    private final FactOutbox facts;
    private final Event<IdentitiesChanged> changed;
    private final Clock clock;

    Linking(
            Links links,
            Identities identities,
            Comparing comparing,
            FactOutbox facts,
            Event<IdentitiesChanged> changed,
            Clock clock) {
        this.links = links;
        this.identities = identities;
        this.comparing = comparing;
        this.facts = facts;
        this.changed = changed;
        this.clock = clock;
    }

    /** What others learn of a record that was linked or unlinked. */
    record IdentityChanged(UUID recordId, UUID identityId) {}

    /** Decides as one person, which is enough for all but a link between two agencies. */
    public Edge decide(Pair pair, Decision decision, Decider by) {
        return decide(UUID.randomUUID(), pair, decision, by, null);
    }

    /**
     * Adds the decision. The caller holds {@link Links#lock()}.
     *
     * @param second who confirmed it; needed for a link between two agencies
     */
    public Edge decide(UUID id, Pair pair, Decision decision, Decider by, @Nullable Decider second) {
        return changing(pair, decision.verdict() == Verdict.SAME ? LINKED : UNLINKED, () -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var evidence = comparing.evidence(id, pair, decision.note());
            return links.add(new Edge(id, pair, decision.checked(), by, second, evidence, now));
        });
    }

    /** Seals a link or unseals it, which may part and join others. */
    void sealing(Pair pair, Runnable change) {
        changing(pair, UNLINKED, () -> {
            change.run();
            return pair;
        });
    }

    /** Erases a record, which may part those whom it joined, and join those whom it kept apart. */
    public void erasing(UUID record, Runnable erase) {
        links.lock();
        var before = identities.around(record);
        var companions = companions(record, before);
        erase.run();
        var after = identities.of(before.keySet());
        var touched = touched(before, after);
        if (!touched.isEmpty()) {
            emit(UNLINKED, touched, after);
        }
        companions.addAll(touched);
        if (!companions.isEmpty()) {
            changed.fire(new IdentitiesChanged(companions, true));
        }
    }

    private static Set<UUID> companions(UUID record, Map<UUID, UUID> identities) {
        return identities.entrySet().stream()
                .filter(other -> other.getValue().equals(identities.get(record)))
                .map(Map.Entry::getKey)
                .filter(other -> !other.equals(record))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Does something that may join or part records, and tells of those that it did. */
    private <T> T changing(Pair pair, String type, Supplier<T> change) {
        var before = identities.around(pair);
        var result = change.get();
        var after = identities.around(pair);
        var touched = touched(before, after);
        if (!touched.isEmpty()) {
            emit(type, touched, after);
            changed.fire(new IdentitiesChanged(touched, false));
        }
        return result;
    }

    private void emit(String type, Set<UUID> touched, Map<UUID, UUID> after) {
        facts.emitAll(
                type,
                touched.stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                record -> new IdentityChanged(record, requireNonNull(after.get(record))))));
    }

    /**
     * The records of the identities that are not what they were. Not all that decisions connect: those beyond a sealed link
     * must not be named together with these.
     */
    private static Set<UUID> touched(Map<UUID, UUID> before, Map<UUID, UUID> after) {
        var identities = after.entrySet().stream()
                .filter(now -> !now.getValue().equals(before.get(now.getKey())))
                .flatMap(now -> Stream.of(now.getValue(), before.getOrDefault(now.getKey(), now.getValue())))
                .collect(Collectors.toSet());
        return after.entrySet().stream()
                .filter(now -> identities.contains(now.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
