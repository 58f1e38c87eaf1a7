package eu.waymark.audit.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import eu.waymark.audit.jdbc.Sql;
import eu.waymark.platform.web.Personal;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the log as the tables hold them, a range of leaves at a time, since no view scans in order. */
@Singleton
class Rows {

    private static final String RANGE = " where leaf_index >= ? and leaf_index < ?";
    private static final String END = "(select coalesce(max(leaf_index), -1) + 1 from guarded.leaf)";

    private static final String ALARMS_OFF_RECORD = """
            select raised.alarm || ' ' || raised.about from alarm_raised raised
             where raised.raised_at not between now() - interval '5 minutes' and now()
             group by raised.alarm, raised.about
            having count(*) > (
                   select count(*) from access_event e join leaf l on l.leaf_index = e.leaf_index
                    where e.type = 'audit.alarm'
                      and convert_from(l.body, 'UTF8')::json->'notes'->>'alarm' = raised.alarm
                      and convert_from(l.body, 'UTF8')::json->'notes'->>'source' = raised.about)
             order by 1""";

    private final Sql jdbc;

    Rows(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /** A leaf. */
    record LeafRow(long index, String source, int epoch, long seq, byte[] hash, UUID event, byte[] body)
            implements Personal {
        @Override
        public String toString() {
            return Personal.REDACTED;
        }
    }

    /** A full tile. */
    record TileRow(long index, byte[] hashes, byte[] root) {}

    /** A signed size. */
    record CheckpointRow(long size, String note) {}

    /** A witness's signature under it. */
    record CosignatureRow(long size, String witness, String line) {}

    /** A child that an event names. */
    record SubjectRow(
            String subject, Instant recorded, @Nullable String agency) implements Personal {
        @Override
        public String toString() {
            return Personal.REDACTED;
        }
    }

    /** @param key in hexadecimal digits */
    record IndexRow(String kind, String key, Instant recorded) {}

    /** Rows that stand where no leaf is. */
    record Beyond(String first, long count) {}

    long size() {
        return number("select " + END);
    }

    /** Whether all leaves below this size can be searched, so that what is missing there is missing for good. */
    boolean areSearchable(long size) {
        return number("select read_model_reaches(?)", size) >= size;
    }

    /** The first leaf from a place on, where there is one. */
    Optional<Long> leafFrom(long index) {
        return jdbc.first(
                "select leaf_index from guarded.leaf where leaf_index >= ? order by leaf_index limit 1",
                row -> row.getLong(1),
                index);
    }

    Map<Long, LeafRow> leaves(long from, long to) {
        return jdbc
                .list(
                        "select leaf_index, source, epoch, seq, leaf_hash, event_id, body from leaf" + RANGE,
                        row -> new LeafRow(
                                row.getLong(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getBytes(5),
                                row.getObject(6, UUID.class),
                                row.getBytes(7)),
                        from,
                        to)
                .stream()
                .collect(toMap(LeafRow::index, leaf -> leaf));
    }

    /** The rows of the read model, without the children. */
    Map<Long, List<@Nullable Object>> events(long from, long to) {
        record Event(long index, List<@Nullable Object> values) {}
        return jdbc
                .list(
                        "select leaf_index, event_id, recorded, returned, source, type, action, outcome, outcome_code,"
                                + " actor, agency, country, client, purpose, legal_basis, case_ref, request_id, resource"
                                + " from access_event" + RANGE,
                        row -> new Event(row.getLong(1), values(row)),
                        from,
                        to)
                .stream()
                .collect(toMap(Event::index, Event::values));
    }

    private static List<@Nullable Object> values(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>();
        values.add(row.getObject(2, UUID.class));
        values.add(row.getObject(3, OffsetDateTime.class).toInstant());
        values.add(row.getObject(4, Integer.class));
        for (var at = 5; at <= 18; at++) {
            values.add(row.getString(at));
        }
        return values;
    }

    Map<Long, Set<SubjectRow>> subjects(long from, long to) {
        record Placed(long index, SubjectRow row) {}
        return jdbc
                .list(
                        "select leaf_index, subject, recorded, agency from event_subject" + RANGE,
                        row -> new Placed(
                                row.getLong(1),
                                new SubjectRow(
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        row.getString(4))),
                        from,
                        to)
                .stream()
                .collect(groupingBy(Placed::index, mapping(Placed::row, toSet())));
    }

    Map<Long, byte[]> details(long from, long to) {
        record Placed(long index, byte[] bytes) {}
        return jdbc
                .list(
                        "select leaf_index, ciphertext from sealed_detail" + RANGE,
                        row -> new Placed(row.getLong(1), row.getBytes(2)),
                        from,
                        to)
                .stream()
                .collect(toMap(Placed::index, Placed::bytes));
    }

    Map<Long, Set<IndexRow>> keys(long from, long to) {
        record Placed(long index, IndexRow row) {}
        return jdbc
                .list(
                        "select leaf_index, kind, key, recorded from sealed_index" + RANGE,
                        row -> new Placed(
                                row.getLong(1),
                                new IndexRow(
                                        row.getString(2),
                                        HexFormat.of().formatHex(row.getBytes(3)),
                                        row.getObject(4, OffsetDateTime.class).toInstant())),
                        from,
                        to)
                .stream()
                .collect(groupingBy(Placed::index, mapping(Placed::row, toSet())));
    }

    /** The places of details that are there although their events have one of these keys. */
    List<Long> detailsUnder(Set<String> subjects) {
        return jdbc.list(
                "select distinct leaf_index from sealed_index join sealed_detail using (leaf_index)"
                        + " where kind = 'subject' and key = any (?) order by leaf_index",
                row -> row.getLong(1),
                (Object) subjects.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new));
    }

    Map<Long, TileRow> tiles(int level, long from, long to) {
        return jdbc
                .list(
                        "select idx, hashes, root from tile where level = ? and idx >= ? and idx < ?",
                        row -> new TileRow(row.getLong(1), row.getBytes(2), row.getBytes(3)),
                        level,
                        from,
                        to)
                .stream()
                .collect(toMap(TileRow::index, tile -> tile));
    }

    /** @param after sizes greater than this, up to and including the other, ascending */
    List<CheckpointRow> checkpoints(long after, long upTo) {
        return jdbc.list(
                "select size, note from checkpoint where size > ? and size <= ? order by size",
                row -> new CheckpointRow(row.getLong(1), row.getString(2)),
                after,
                upTo);
    }

    List<CosignatureRow> cosignatures(long after, long upTo) {
        return jdbc.list(
                "select size, witness, line from cosignature where size > ? and size <= ?",
                row -> new CosignatureRow(row.getLong(1), row.getString(2), row.getString(3)),
                after,
                upTo);
    }

    long checkpointsUpTo(long size) {
        return number("select count(*) from checkpoint where size <= ?", size);
    }

    long cosignaturesUpTo(long size) {
        return number("select count(*) from cosignature where size <= ?", size);
    }

    /** Rows about leaves that do not exist. One statement each: the log grows meanwhile. */
    Map<String, Beyond> beyond() {
        var beyond = new TreeMap<String, Beyond>();
        for (var table : List.of("access_event", "event_subject", "sealed_detail", "sealed_index")) {
            beyond(beyond, table, "leaf_index::text", "leaf_index >= " + END);
            beyond(beyond, table, "leaf_index::text", "leaf_index < 0");
        }
        beyond(beyond, "tile", "level || '/' || idx", "idx >= (" + END + " >> 8 * (level + 1))");
        beyond(beyond, "checkpoint", "size::text", "size > " + END);
        beyond(beyond, "cosignature", "size::text", "size > " + END);
        return beyond;
    }

    /** Alarms that are said to have been raised more often than the log says. The newest may still be on their way to it. */
    List<String> alarmsOffRecord() {
        return jdbc.list(ALARMS_OFF_RECORD, row -> row.getString(1));
    }

    private void beyond(Map<String, Beyond> found, String table, String place, String condition) {
        jdbc.first(
                        "select min(%s), count(*) from %s where %s".formatted(place, table, condition),
                        row -> new Beyond(String.valueOf(row.getString(1)), row.getLong(2)))
                .filter(rows -> rows.count() > 0)
                .ifPresent(rows -> found.put(table, rows));
    }

    private long number(String sql, Object... parameters) {
        return jdbc.first(sql, row -> row.getLong(1), parameters).orElseThrow();
    }
}
