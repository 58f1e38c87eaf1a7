package eu.waymark.platform.persistence.witness;

import eu.waymark.log.Hash;
import eu.waymark.log.InclusionProof;
import eu.waymark.log.InvalidTileException;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.MissingTileException;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.TileNodes;
import eu.waymark.log.Tiles;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks whether each acknowledged event is in the log, where the log said. The proofs are built here, from hash tiles, and
 * lead to a root that this service has verified; the log's word counts for nothing.
 */
@Singleton
class Coverage {

    private static final int TILES_PER_TURN = 32;

    private final UncoveredLeaves leaves;
    private final LogTiles tiles;
    private final LogFaults faults;

    Coverage(UncoveredLeaves leaves, LogTiles tiles, LogFaults faults) {
        this.leaves = leaves;
        this.tiles = tiles;
        this.faults = faults;
    }

    /**
     * Covers what this checkpoint covers, a bounded part of it in each turn.
     *
     * @return whether more is left to do
     * @throws MissingTileException if the log does not serve a tile now
     */
    boolean cover(Connection connection, Verified checkpoint) throws SQLException {
        var more = false;
        for (var kind : UncoveredLeaves.Kind.values()) {
            var found = leaves.below(connection, kind, checkpoint.size());
            var byTile =
                    found.stream().collect(Collectors.groupingBy(leaf -> leaf.index() / Tile.FULL)).entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .toList();
            for (var group : byTile.subList(0, Math.min(TILES_PER_TURN, byTile.size()))) {
                cover(connection, kind, checkpoint, group.getKey(), group.getValue());
            }
            more |= byTile.size() > TILES_PER_TURN || found.size() == UncoveredLeaves.MOST;
        }
        return more;
    }

    private void cover(
            Connection connection,
            UncoveredLeaves.Kind kind,
            Verified checkpoint,
            long tileIndex,
            List<UncoveredLeaves.Leaf> group)
            throws SQLException {
        var hashes = verified(tileIndex, checkpoint);
        var covered = group.stream()
                .filter(leaf -> hashes.isPresent()
                        && hashes.get().get((int) (leaf.index() % Tile.FULL)).equals(leaf.hash()))
                .toList();
        leaves.cover(connection, kind, checkpoint.size(), covered);
        if (covered.size() < group.size()) {
            faults.prove(connection, LogFault.LEAF_MISSING, checkpoint.note().encoded());
        }
    }

    /** The leaf hashes of a tile, if they lead to the verified root; asked for anew before that is denied. */
    private Optional<List<Hash>> verified(long tileIndex, Verified checkpoint) {
        var hashes = hashesThatLeadTo(checkpoint, tileIndex);
        if (hashes.isEmpty()) {
            tiles.forget();
            hashes = hashesThatLeadTo(checkpoint, tileIndex);
        }
        return hashes;
    }

    /**
     * One proof vouches for a whole tile: the path of its first leaf is computed from all its other hashes, so that none of
     * them can be false if the path leads to the root.
     */
    private Optional<List<Hash>> hashesThatLeadTo(Verified checkpoint, long tileIndex) {
        var size = checkpoint.size();
        var tile = Tiles.at(0, tileIndex, size).orElseThrow();
        try {
            var content = tiles.fetch(Set.of(tile)).get(tile);
            if (content == null) {
                throw new MissingTileException(tile);
            }
            var hashes = TileHashes.decode(tile, content).hashes();
            InclusionProof proof =
                    MerkleTree.inclusion(tileIndex * Tile.FULL, size).answer(new TileNodes(size, tiles));
            return Optional.of(hashes).filter(all -> proof.verify(all.getFirst(), checkpoint.root()));
        } catch (InvalidTileException malformed) {
            return Optional.empty();
        }
    }
}
