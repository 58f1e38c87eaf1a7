package eu.waymark.sandbox.fault;

import eu.waymark.log.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root of a tree from the hashes at its right edge that fill no tile. */
final class EdgeRoot {

    private EdgeRoot() {}

    /** @param edge by tile level, from the leaves up */
    static Hash of(List<List<Hash>> edge) {
        Hash right = null;
        for (var hashes : edge) {
            right = fold(hashes, right);
        }
        return right == null ? Hash.EMPTY_ROOT : right;
    }

    /** Pairs the hashes of one level, and what lies to the right of them and below, up through eight levels. */
    private static @Nullable Hash fold(List<Hash> level, @Nullable Hash right) {
        var hashes = new ArrayList<>(level);
        for (var height = 0; height < 8; height++) {
            if (hashes.size() % 2 == 1) {
                var last = hashes.removeLast();
                right = right == null ? last : Hash.ofChildren(last, right);
            }
            var parents = new ArrayList<Hash>();
            for (var i = 0; i < hashes.size(); i += 2) {
                parents.add(Hash.ofChildren(hashes.get(i), hashes.get(i + 1)));
            }
            hashes = parents;
        }
        return right;
    }
}
