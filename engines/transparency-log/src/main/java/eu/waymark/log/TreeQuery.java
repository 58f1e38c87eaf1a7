package eu.waymark.log;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A question about a tree that knows beforehand which nodes answer it.
 *
 * @param <T> the answer: a root, a proof, a frontier
 */
public final class TreeQuery<T> {

    private final List<LeafRange> ranges;
    private final Function<List<Hash>, T> assemble;

    TreeQuery(List<LeafRange> ranges, Function<List<Hash>, T> assemble) {
        this.ranges = ranges;
        this.assemble = assemble;
    }

    /** The stored nodes that the answer needs, at most 63 for each of its hashes. */
    public Set<NodeId> nodes() {
        var nodes = new LinkedHashSet<NodeId>();
        ranges.forEach(range -> nodes.addAll(range.peaks()));
        return nodes;
    }

    /**
     * Fetches the nodes in one call, or in none where none is needed.
     *
     * @throws MissingNodeException if the source lacks one of them
     */
    public T answer(NodeSource source) {
        var ids = nodes();
        var found = ids.isEmpty() ? Map.<NodeId, Hash>of() : source.fetch(ids);
        return assemble.apply(ranges.stream().map(range -> range.hash(found)).toList());
    }
}
