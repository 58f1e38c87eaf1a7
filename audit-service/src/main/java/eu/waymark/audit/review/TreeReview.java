package eu.waymark.audit.review;

import eu.waymark.audit.review.Rows.LeafRow;
import eu.waymark.audit.review.Rows.TileRow;
import eu.waymark.log.Hash;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Hashes the tree again, leaf by leaf and tile by tile. */
final class TreeReview {

    private final Findings findings;
    /** The roots of the tiles of each level so far: 32 bytes for 256 leaves. */
    private final List<List<Hash>> roots = new ArrayList<>();

    TreeReview(Findings findings) {
        this.findings = findings;
    }

    /** What hashing one tile's worth of leaves gave. */
    private record Hashed(List<Hash> hashes, @Nullable Hash root, List<Finding> found) {}

    /**
     * The next leaves.
     *
     * @param from a multiple of 256
     * @param size of the log: tiles that it has filled must be there
     * @return their hashes, by the evidence of the majority of body, leaf hash and tile
     */
    List<Hash> add(long from, long to, long size, Map<Long, LeafRow> leaves, Map<Long, TileRow> tiles) {
        var hashed = LongStream.rangeClosed(from / Tile.FULL, (to - 1) / Tile.FULL)
                .parallel()
                .mapToObj(tile -> hash(tile, Math.min(to, (tile + 1) * Tile.FULL), size, leaves, tiles.get(tile)))
                .toList();
        hashed.forEach(tile -> {
            findings.addAll(tile.found);
            if (tile.root != null) {
                level(0).add(tile.root);
            }
        });
        return hashed.stream().flatMap(tile -> tile.hashes.stream()).toList();
    }

    private static Hashed hash(long index, long to, long size, Map<Long, LeafRow> leaves, @Nullable TileRow tile) {
        var found = new ArrayList<Finding>();
        var first = index * Tile.FULL;
        var isFull = first + Tile.FULL <= size;
        var stored = tile == null || tile.hashes().length != Tile.FULL * Hash.LENGTH ? null : tile.hashes();
        var hashes = LongStream.range(first, to)
                .mapToObj(at -> believed(at, leaves.get(at), stored == null ? null : hash(stored, at - first), found))
                .toList();
        if (!isFull) {
            return new Hashed(hashes, null, found);
        }
        var root = new TileHashes(new Tile(0, index, Tile.FULL), hashes).root();
        compare("0/" + index, tile, hashes, root, found);
        return new Hashed(hashes, root, found);
    }

    /** Two of three agree unless more than one was altered, so that one altered hash is not blamed on others. */
    private static Hash believed(long index, @Nullable LeafRow leaf, @Nullable Hash inTile, List<Finding> found) {
        if (leaf == null) {
            found.add(new Finding("leaf", Long.toString(index), "is missing"));
            return inTile == null ? Hash.EMPTY_ROOT : inTile;
        }
        var ofBody = Hash.ofLeaf(leaf.body());
        if (Arrays.equals(ofBody.bytes(), leaf.hash())) {
            return ofBody;
        }
        found.add(new Finding("leaf", Long.toString(index), "has a body and a hash that do not belong together"));
        return inTile == null || leaf.hash().length != Hash.LENGTH || inTile.equals(ofBody) ? ofBody : inTile;
    }

    private static void compare(
            String place, @Nullable TileRow tile, List<Hash> hashes, Hash root, List<Finding> found) {
        if (tile == null) {
            found.add(new Finding("tile", place, "is missing"));
            return;
        }
        if (tile.hashes().length != hashes.size() * Hash.LENGTH) {
            found.add(new Finding("tile", place, "has not 256 hashes"));
        } else {
            IntStream.range(0, hashes.size())
                    .filter(at -> !hash(tile.hashes(), at).equals(hashes.get(at)))
                    .findFirst()
                    .ifPresent(at -> found.add(new Finding("tile", place, "has another hash at " + at)));
        }
        if (!Arrays.equals(tile.root(), root.bytes())) {
            found.add(new Finding("tile", place, "has another root than its hashes"));
        }
    }

    /** The levels above, once all leaves are there. */
    void ascend(Rows rows) {
        for (var below = 0; level(below).size() >= Tile.FULL; below++) {
            var roots = level(below);
            for (var index = 0; index < roots.size() / Tile.FULL; index++) {
                var hashes = roots.subList(index * Tile.FULL, (index + 1) * Tile.FULL);
                var root = new TileHashes(new Tile(below + 1, index, Tile.FULL), hashes).root();
                var found = new ArrayList<Finding>();
                var stored = rows.tiles(below + 1, index, index + 1).get((long) index);
                compare((below + 1) + "/" + index, stored, hashes, root, found);
                findings.addAll(found);
                level(below + 1).add(root);
            }
        }
    }

    private List<Hash> level(int level) {
        while (roots.size() <= level) {
            roots.add(new ArrayList<>());
        }
        return roots.get(level);
    }

    private static Hash hash(byte[] hashes, long at) {
        var offset = (int) at * Hash.LENGTH;
        return Hash.of(Arrays.copyOfRange(hashes, offset, offset + Hash.LENGTH));
    }
}
