package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.log.Hash;
import eu.waymark.log.MerkleTree;
import eu.waymark.log.TileNodes;
import eu.waymark.log.TreeQuery;
import jakarta.enterprise.context.ApplicationScoped;

/** The committed tree, as the tables hold it. */
@ApplicationScoped
class Tree {

    private final Jdbc jdbc;

    Tree(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of committed leaves. */
    long size() {
        return jdbc.first("select coalesce(max(leaf_index) + 1, 0) from guarded.leaf", row -> row.getLong(1))
                .orElseThrow();
    }

    /** @throws eu.waymark.log.MissingTileException where the tables do not reach this size */
    Hash root(long size) {
        return answer(MerkleTree.root(size), size);
    }

    /** Answers a question about the tree of this size. */
    <T> T answer(TreeQuery<T> question, long size) {
        return question.answer(new TileNodes(size, tiles()));
    }

    TileTable tiles() {
        return new TileTable(jdbc);
    }
}
