package eu.waymark.sandbox.fault;

import eu.waymark.log.Hash;
import eu.waymark.log.Tile;
import eu.waymark.log.TileHashes;
import eu.waymark.log.note.Checkpoint;
import eu.waymark.log.note.NoteSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Fills an audit database with a true log of many leaves, past the service, which would take its time. */
final class ManyLeaves {

    static final int CHILDREN = 1_000_000;
    static final String AGENCY = "XX-7";

    private static final int AGENCIES = 20;
    private static final String SOURCE = "register-service";
    private static final String TYPE = "register.check.answered";
    private static final String PAD = "x".repeat(200);
    private static final String RECORDED = "2026-11-22T10:00:00.123456Z";
    /** As PostgreSQL counts: microseconds from 2000-01-01. */
    private static final long RECORDED_AS_STORED =
            ChronoUnit.MICROS.between(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse(RECORDED));

    private final FaultBench bench;
    private final AuditDatabase database;
    private final Random random = new Random(20_261_122);
    private final List<List<Hash>> edge = new ArrayList<>();
    private final List<String> remembered = new ArrayList<>();
    private String prev = "";

    ManyLeaves(FaultBench bench, AuditDatabase database) {
        this.bench = bench;
        this.database = database;
    }

    static String tag(int child) {
        return "child-tag-00000" + (10_000_000 + child);
    }

    /** @return ids of some events of the agency, to be asked for */
    List<String> load(int leaves) throws SQLException, IOException {
        try (var connection = bench.superuser(database.name())) {
            var indexes = dropIndexes(connection);
            fill(leaves);
            execute(connection, "set maintenance_work_mem = '1GB'");
            for (var index : indexes) {
                execute(connection, index);
            }
            execute(connection, "analyze");
            sign(connection, leaves);
        }
        return remembered;
    }

    private void fill(int leaves) throws SQLException, IOException {
        try (var leaf = rows("guarded.leaf (leaf_index, source, epoch, seq, leaf_hash, event_id, body)");
                var event = rows("guarded.access_event (leaf_index, event_id, source, recorded, type, action, outcome,"
                        + " actor, agency, country)");
                var subject = rows("guarded.event_subject (leaf_index, recorded, subject, agency)");
                var tiles = rows("tile (level, idx, hashes, root)")) {
            for (var index = 0L; index < leaves; index++) {
                add(index, leaf, event, subject, tiles);
            }
        }
    }

    private BinaryRows rows(String target) throws SQLException, IOException {
        return new BinaryRows(bench.superuser(database.name()), target);
    }

    private static List<String> dropIndexes(Connection connection) throws SQLException {
        var back = new ArrayList<String>();
        var drop = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select coalesce('alter table ' || i.indrelid::regclass || ' add constraint ' || c.conname || ' '
                                   || pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)),
                               coalesce('alter table ' || i.indrelid::regclass || ' drop constraint ' || c.conname,
                                   'drop index ' || i.indexrelid::regclass)
                        from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
                        where i.indrelid in ('guarded.leaf'::regclass, 'guarded.access_event'::regclass,
                            'guarded.event_subject'::regclass)""")) {
            while (rows.next()) {
                back.add(rows.getString(1));
                drop.add(rows.getString(2));
            }
        }
        for (var sql : drop) {
            execute(connection, sql);
        }
        return back;
    }

    private void add(long index, BinaryRows leaves, BinaryRows events, BinaryRows subjects, BinaryRows tiles)
            throws IOException {
        var id = new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
        var agency = "XX-" + random.nextInt(AGENCIES);
        var child = tag(random.nextInt(CHILDREN));
        var actor = "u-" + index % 5_000;
        var body = body(id, agency, actor, child, index + 1);
        prev = Base64.getEncoder().encodeToString(Digest.sha256(body));
        var hash = Hash.ofLeaf(body);
        add(0, hash, index + 1, tiles);
        if (agency.equals(AGENCY) && remembered.size() < 100_000) {
            remembered.add(id.toString());
        }
        leaves.row(index, SOURCE, 1, index + 1, hash.bytes(), id, body);
        events.row(index, id, SOURCE, RECORDED_AS_STORED, TYPE, "E", "0", actor, agency, "XX");
        subjects.row(index, RECORDED_AS_STORED, child, agency);
    }

    private byte[] body(UUID id, String agency, String actor, String child, long seq) {
        return ("{\"action\":\"E\",\"agent\":{\"agency\":\"" + agency + "\",\"country\":\"XX\",\"who\":\"" + actor
                        + "\"},\"id\":\"" + id + "\",\"notes\":{\"pad\":\"" + PAD
                        + "\"},\"outcome\":\"0\",\"recorded\":\"" + RECORDED + "\",\"src\":{\"epoch\":\"1\",\"id\":\""
                        + SOURCE + "\"" + (prev.isEmpty() ? "" : ",\"prev\":\"" + prev + "\"") + ",\"seq\":\"" + seq
                        + "\"},\"subjects\":[\"" + child
                        + "\"],\"type\":\"" + TYPE + "\",\"v\":\"waymark-audit/1\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void add(int level, Hash hash, long size, BinaryRows tiles) throws IOException {
        while (edge.size() <= level) {
            edge.add(new ArrayList<>());
        }
        var hashes = edge.get(level);
        hashes.add(hash);
        if (hashes.size() == Tile.FULL) {
            var index = (size >> 8 * (level + 1)) - 1;
            var tile = new TileHashes(new Tile(level, index, Tile.FULL), hashes);
            tiles.row((short) level, index, tile.encoded(), tile.root().bytes());
            hashes.clear();
            add(level + 1, tile.root(), size, tiles);
        }
    }

    /** The tree above the last full tiles is small: its root is folded from what is at the edge. */
    private void sign(Connection connection, int leaves) throws SQLException {
        var seed = Base64.getDecoder().decode(bench.secrets().key("log-seed"));
        var note = new Checkpoint(FaultBench.ORIGIN, leaves, EdgeRoot.of(edge))
                .sign(NoteSigner.log(FaultBench.ORIGIN, seed));
        try (var insert = connection.prepareStatement("insert into checkpoint (size, note) values (?, ?)")) {
            insert.setLong(1, leaves);
            insert.setString(2, note.encoded());
            insert.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
