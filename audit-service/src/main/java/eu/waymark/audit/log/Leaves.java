package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.audit.log.Sequence.Place;
import eu.waymark.log.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The leaves in the order of the log. */
@ApplicationScoped
class Leaves {

    /** Any fixed number: every replica asks for the same lock. */
    private static final long APPEND_LOCK = 0x5761796d61726bL;

    private final Jdbc jdbc;
    private final Clock clock;

    Leaves(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until no other transaction, of this or another replica, appends; holds until this one ends. */
    void lock() {
        jdbc.list("select pg_advisory_xact_lock(?)", _ -> true, APPEND_LOCK);
    }

    /** The number of committed leaves, and of those that this transaction appended. */
    long size() {
        return jdbc.first("select coalesce(max(leaf_index) + 1, 0) from guarded.leaf", row -> row.getLong(1))
                .orElseThrow();
    }

    /** The last sequence number of a producer in an epoch, 0 before the first. */
    long last(String source, int epoch) {
        var sql = "select coalesce(max(seq), 0) from guarded.leaf where source = ? and epoch = ?";
        return jdbc.first(sql, row -> row.getLong(1), source, epoch).orElseThrow();
    }

    Map<Long, Place> places(String source, int epoch, List<Leaf> leaves) {
        record Taken(long seq, Place place) {}
        var sql = """
                select seq, leaf_index, leaf_hash from guarded.leaf where source = ? and epoch = ? and seq = any (?)""";
        var seqs = leaves.stream().map(Leaf::seq).toArray(Long[]::new);
        return jdbc
                .list(
                        sql,
                        row -> new Taken(row.getLong(1), new Place(row.getLong(2), Hash.of(row.getBytes(3)))),
                        source,
                        epoch,
                        seqs)
                .stream()
                .collect(Collectors.toMap(Taken::seq, Taken::place));
    }

    void append(long first, String source, int epoch, List<Leaf> leaves) {
        var received = OffsetDateTime.now(clock);
        jdbc.insert(
                """
                insert into guarded.leaf (leaf_index, source, epoch, seq, leaf_hash, body, received)
                values (?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, leaves.size())
                        .mapToObj(i -> row(first + i, source, epoch, leaves.get(i), received))
                        .toList());
    }

    private static Object[] row(long index, String source, int epoch, Leaf leaf, OffsetDateTime received) {
        return new Object[] {index, source, epoch, leaf.seq(), leaf.hash().bytes(), leaf.body(), received};
    }
}
