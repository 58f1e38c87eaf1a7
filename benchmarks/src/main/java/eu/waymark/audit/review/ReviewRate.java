package eu.waymark.audit.review;

import eu.waymark.audit.jdbc.OneConnection;
import eu.waymark.log.Tile;
import java.sql.Connection;
import java.sql.SQLException;

/** Hashes the whole tree again out of the database, as the nightly review does. */
public final class ReviewRate {

    private ReviewRate() {}

    /**
     * @param owner of the tables; its transaction is the caller's
     * @return leaves a second
     */
    public static double measure(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("insert into audit_permit default values");
        }
        var rows = new Rows(new OneConnection(owner));
        var size = rows.size();
        var findings = new Findings();
        var tree = new TreeReview(findings);
        var begin = System.nanoTime();
        for (var at = 0L; at < size; at += LogReview.CHUNK) {
            var to = Math.min(at + LogReview.CHUNK, size);
            tree.add(at, to, size, rows.leaves(at, to), rows.tiles(0, at / Tile.FULL, to / Tile.FULL));
        }
        tree.ascend(rows);
        var rate = size * 1e9 / (System.nanoTime() - begin);
        owner.rollback();
        if (findings.count() > 0) {
            throw new IllegalStateException("The log of this run is not whole: " + findings.first());
        }
        return rate;
    }
}
