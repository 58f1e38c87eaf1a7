package eu.waymark.identity.model;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.blocking.Keying;
import eu.waymark.matching.name.NameRole;
import eu.waymark.matching.score.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * People of a share of all family names, so that two records of a child are in or out together: of people drawn singly
 * hardly any two would be one child, and nothing could be learnt.
 */
final class FamilySample {

    private final Keying keying;
    private final int most;
    private final Set<UUID> wanted;
    private final List<Sampled> kept = new ArrayList<>();
    private long below = Long.MAX_VALUE;

    /** @param wanted people who are kept whatever their name */
    FamilySample(Keying keying, int most, Set<UUID> wanted) {
        this.keying = keying;
        this.most = most;
        this.wanted = wanted;
    }

    /** Somebody of the sample. */
    record Sampled(UUID id, long place, Demographics who) {

        /** Never shows the person. */
        @Override
        public String toString() {
            return "Sampled[" + id + "]";
        }
    }

    void offer(UUID id, Demographics who) {
        long place = wanted.contains(id) ? -1 : place(who);
        if (place < below) {
            kept.add(new Sampled(id, place, who));
        }
        while (kept.size() > most + wanted.size()) {
            below >>>= 1;
            kept.removeIf(one -> one.place() >= below);
        }
    }

    private long place(Demographics who) {
        return Term.of(who).stream()
                .filter(term -> term.role() == NameRole.FAMILY)
                .mapToLong(term -> keying.hash("sample:" + term.key()) >>> 1)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    List<Sampled> people() {
        return List.copyOf(kept);
    }
}
