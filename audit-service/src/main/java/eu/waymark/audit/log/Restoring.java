package eu.waymark.audit.log;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.audit.log.Restored.Staged;
import eu.waymark.log.Hash;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the log after an old backup was restored, from what the producers keep: their own events, and the copies they
 * were given of this service's. Leaves wait until none is missing; then the tree must be the one that the witnesses signed.
 */
@ApplicationScoped
class Restoring {

    private final Jdbc jdbc;
    private final Tree tree;
    private final RestoreTarget target;
    private final Restored restored;
    private final Witnesses witnesses;
    /** So that each part is looked through once, however many batches bring it. */
    private volatile @Nullable Gapless gapless;

    Restoring(Jdbc jdbc, Tree tree, RestoreTarget target, Restored restored, Witnesses witnesses) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.target = target;
        this.restored = restored;
        this.witnesses = witnesses;
    }

    /** A leaf that a producer brings back. */
    record Brought(long leafIndex, String source, int epoch, Numbered event) {}

    /** Leaves of which none is missing. */
    private record Gapless(long from, long to) {}

    /**
     * How far it has come.
     *
     * @param wanted the first leaf that is still missing, null when none is
     */
    record Progress(@Nullable Long wanted, boolean complete) {}

    /**
     * @param by the source that brings them: its own, and, if it is a witness, copies of this service's
     * @throws eu.waymark.platform.web.problem.ProblemException 409 {@code not-restorable} when nothing is missing, or another
     *     leaf was brought for a place; 403 for another source's leaves; 422 for what is no event
     */
    Progress bring(String by, List<Brought> leaves) {
        var lost = target.checkpoint()
                .orElseThrow(
                        () -> AuditProblem.NOT_RESTORABLE.because("The log misses nothing that a witness has seen."));
        if (!leaves.stream().allMatch(leaf -> mayBring(by, leaf))) {
            throw CommonProblem.FORBIDDEN.because(
                    "A source brings back its own events, and a witness copies of the log's own.");
        }
        stage(leaves.stream()
                .filter(leaf -> isLost(leaf, lost))
                .map(Restoring::staged)
                .toList());
        return progress(lost);
    }

    /** Only witnesses were given copies; what anybody else brought for such a place would keep theirs out. */
    private boolean mayBring(String by, Brought leaf) {
        return leaf.source.equals(by) || (leaf.source.equals(Restored.OWN_SOURCE) && witnesses.mayShow(by));
    }

    private boolean isLost(Brought leaf, Checkpoint lost) {
        return leaf.leafIndex >= tree.size() && leaf.leafIndex < lost.size();
    }

    private static Staged staged(Brought brought) {
        return new Staged(
                brought.leafIndex,
                brought.source,
                brought.epoch,
                Leaf.readRestored(brought.source, brought.epoch, brought.event));
    }

    private void stage(List<Staged> leaves) {
        jdbc.insert("""
                insert into guarded.restoration (leaf_index, source, epoch, seq, leaf_hash, body, ciphertext)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", leaves.stream().map(Staged::row).toList());
        var there = jdbc
                .list(
                        "select leaf_index, leaf_hash from guarded.restoration where leaf_index = any (?)",
                        row -> Map.entry(row.getLong(1), Hash.of(row.getBytes(2))),
                        (Object) leaves.stream().map(Staged::index).toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (var leaf : leaves) {
            if (!Objects.equals(leaf.leaf().hash(), there.get(leaf.index()))) {
                throw AuditProblem.NOT_RESTORABLE.because("Another leaf was brought for place " + leaf.index() + ".");
            }
        }
    }

    private Progress progress(Checkpoint lost) {
        var from = tree.size();
        var known = gapless == null || gapless.from != from ? new Gapless(from, from) : gapless;
        var missing = jdbc.first("""
                select i from generate_series(?::bigint, ?::bigint) i
                where not exists (select from guarded.restoration where leaf_index = i) limit 1""", row -> row.getLong(1), known.to, lost.size() - 1);
        gapless = new Gapless(from, missing.orElse(lost.size()));
        if (missing.isPresent()) {
            return new Progress(missing.get(), false);
        }
        return new Progress(null, integrated(lost));
    }

    /** Several relays find at the same time that nothing is missing; one of them is enough. */
    private synchronized boolean integrated(Checkpoint lost) {
        if (target.checkpoint().filter(lost::equals).isPresent()) {
            restored.integrate(lost);
            target.reached();
        }
        return target.checkpoint().isEmpty();
    }
}
