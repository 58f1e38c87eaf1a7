package eu.waymark.audit.event;

import static java.util.stream.Collectors.toMap;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.audit.log.EventColumns;
import eu.waymark.audit.log.SealedKeys;
import eu.waymark.audit.log.SealedKeys.Kind;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of one agency at a time: every question names it, so none can see another's. */
@ApplicationScoped
class AccessEvents {

    /** Their places first, by an index; only then the rows. */
    private static final String LIST = """
            select e.*, array(select s.subject from event_subject s where s.leaf_index = e.leaf_index) subjects
            from access_event e
            where e.leaf_index = any (array(select find_events(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)))
            order by e.recorded desc, e.leaf_index desc""";

    private final Jdbc jdbc;
    private final SealedKeys keys;

    AccessEvents(Jdbc jdbc, SealedKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Newest first, as the read model has them: those about sealed children without what they hide. */
    List<AccessEvent> list(String agency, EventFilter filter, Optional<Cursor> after, int limit) {
        if (filter.agency() != null && !filter.agency().equals(agency)) {
            return List.of();
        }
        return jdbc.list(
                LIST,
                AccessEvents::read,
                agency,
                keys.of(Kind.AGENCY, agency),
                filter.subject(),
                key(Kind.SUBJECT, filter.subject()),
                filter.actor(),
                filter.caseReference(),
                key(Kind.CASE, filter.caseReference()),
                filter.purpose(),
                filter.type(),
                filter.outcome(),
                filter.from() == null ? OffsetDateTime.MIN : utc(filter.from()),
                filter.to() == null ? OffsetDateTime.MAX : utc(filter.to()),
                after.map(Cursor::time).map(AccessEvents::utc).orElse(OffsetDateTime.MAX),
                after.map(place -> place.id().getLeastSignificantBits()).orElse(Long.MAX_VALUE),
                limit);
    }

    /**
     * An event as its leaf tells it.
     *
     * @param leaf its canonical bytes
     */
    record Found(AccessEvent event, byte[] leaf) implements Personal {

        private static Optional<Found> of(long leafIndex, byte[] leaf) {
            return EventColumns.read(leaf).map(columns -> new Found(AccessEvent.of(leafIndex, columns), leaf));
        }

        @Override
        public String toString() {
            return Personal.REDACTED;
        }
    }

    /** From the evidence itself, which is there before it can be searched. */
    Optional<Found> find(String agency, UUID id) {
        return jdbc.first(
                        "select leaf_index, body from leaf where event_id = ?",
                        row -> Found.of(row.getLong(1), row.getBytes(2)),
                        id)
                .flatMap(found -> found)
                .filter(found -> agency.equals(found.event.agency()) || isSealedOf(agency, found.event));
    }

    private boolean isSealedOf(String agency, AccessEvent event) {
        return event.agency() == null
                && jdbc.first(
                                "select true from sealed_index where leaf_index = ? and key = ?",
                                _ -> true,
                                event.leafIndex(),
                                keys.of(Kind.AGENCY, agency))
                        .isPresent();
    }

    /** The canonical bytes of events, by their place in the log; without those that have none. */
    Map<Long, byte[]> leaves(Collection<AccessEvent> events) {
        return bytes("select leaf_index, body from leaf where leaf_index = any (?)", events);
    }

    /** The sealed details of events, by their place in the log; without those that have none. */
    Map<Long, byte[]> details(Collection<AccessEvent> events) {
        return bytes("select leaf_index, ciphertext from sealed_detail where leaf_index = any (?)", events);
    }

    /** Whether an erasure, which is in the log itself, names somebody whom this event is about. */
    boolean isErased(AccessEvent event) {
        var theirs = jdbc.list(
                "select key from sealed_index where leaf_index = ? and kind = 'subject'",
                row -> row.getBytes(1),
                event.leafIndex());
        var about = jdbc.list("select leaf_index from sealed_index where key = any (?)", row -> row.getLong(1), (Object)
                theirs.toArray(byte[][]::new));
        return jdbc.first(
                        "select true from access_event where leaf_index = any (?) and type = 'identity.person.erased'"
                                + " and source = 'identity-service' and outcome = '0'",
                        _ -> true,
                        (Object) about.toArray(Long[]::new))
                .isPresent();
    }

    private Map<Long, byte[]> bytes(String sql, Collection<AccessEvent> events) {
        record Placed(long index, byte[] bytes) {}
        return jdbc
                .list(sql, row -> new Placed(row.getLong(1), row.getBytes(2)), (Object)
                        events.stream().map(AccessEvent::leafIndex).toArray(Long[]::new))
                .stream()
                .collect(toMap(Placed::index, Placed::bytes));
    }

    private byte @Nullable [] key(Kind kind, @Nullable String value) {
        return value == null ? null : keys.of(kind, value);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AccessEvent read(ResultSet row) throws SQLException {
        return new AccessEvent(
                row.getObject("event_id", UUID.class),
                row.getLong("leaf_index"),
                row.getString("source"),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("outcome_code"),
                row.getString("actor"),
                row.getString("agency"),
                row.getString("country"),
                row.getString("client"),
                row.getString("purpose"),
                row.getString("legal_basis"),
                row.getString("case_ref"),
                row.getString("request_id"),
                row.getString("resource"),
                row.getObject("returned", Integer.class),
                sorted(row.getArray("subjects")),
                null);
    }

    /** The database sorts by its locale, which verdicts must not depend on. */
    private static List<String> sorted(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).sorted().toList();
    }
}
