package eu.waymark.audit.log;

import eu.waymark.log.Hash;
import eu.waymark.log.InclusionProof;
import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.MissingNodeException;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.NodeId;
import eu.waymark.log.NodeSource;
import eu.waymark.log.TileNodes;
import eu.waymark.log.TileSource;
import eu.waymark.log.TreeQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which leaves are in the tree of this size and root. The tiles are not believed: each leaf is proven. */
record LeavesInTree(long size, Hash root, TileSource tiles) {

    /** @param leaves by index, each below the size */
    Set<Long> included(Map<Long, Hash> leaves) {
        try {
            return proven(leaves, nodes(leaves.keySet()));
        } catch (MissingTileException | InvalidTileException | MissingNodeException damaged) {
            // Asked one by one, only the leaves under the damage are lost.
            return leaves.size() == 1
                    ? Set.of()
                    : leaves.entrySet().stream()
                            .flatMap(leaf -> included(Map.of(leaf.getKey(), leaf.getValue())).stream())
                            .collect(Collectors.toSet());
        }
    }

    private Map<NodeId, Hash> nodes(Collection<Long> indices) {
        var wanted = new HashSet<NodeId>();
        indices.forEach(index -> wanted.addAll(question(index).nodes()));
        return wanted.isEmpty() ? Map.of() : new TileNodes(size, tiles).fetch(wanted);
    }

    private Set<Long> proven(Map<Long, Hash> leaves, Map<NodeId, Hash> nodes) {
        NodeSource fetched = ids -> nodes;
        return leaves.entrySet().stream()
                .filter(leaf -> question(leaf.getKey()).answer(fetched).verify(leaf.getValue(), root))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private TreeQuery<InclusionProof> question(long index) {
        return MerkleTree.inclusion(index, size);
    }
}
