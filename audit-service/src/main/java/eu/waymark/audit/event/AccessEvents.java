package eu.waymark.audit.event;

import static java.util.stream.Collectors.toMap;

import eu.waymark.audit.jdbc.Jdbc;
import eu.waymark.platform.web.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of one agency at a time: every question names it, so none can see another's. */
@ApplicationScoped
class AccessEvents {

    private static final String SELECT = """
            select e.*, array(select s.subject from event_subject s where s.leaf_index = e.leaf_index) subjects
            from access_event e where\s""";

    /** An array, since no join finds its way into a guarded view: it would read all events of the agency. */
    private static final String LOOKS_AT = "any (array(select s.leaf_index from event_subject s where s.subject = ?))";

    private final Jdbc jdbc;

    AccessEvents(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<AccessEvent> list(String agency, EventFilter filter, Optional<Cursor> after, int limit) {
        var conditions = conditions(agency, filter);
        after.ifPresent(place ->
                conditions.and("(e.recorded, e.event_id) < (?, ?)", place.time().atOffset(ZoneOffset.UTC), place.id()));
        return jdbc.list(
                SELECT + conditions.sql() + " order by e.recorded desc, e.event_id desc limit ?",
                AccessEvents::read,
                conditions.parameters(limit));
    }

    Optional<AccessEvent> find(String agency, UUID id) {
        return jdbc.first(SELECT + "e.agency = ? and e.event_id = ?", AccessEvents::read, agency, id);
    }

    /** The canonical bytes of an event. */
    byte[] leaf(AccessEvent event) {
        return jdbc.first("select body from leaf where leaf_index = ?", row -> row.getBytes(1), event.leafIndex())
                .orElseThrow();
    }

    /** The canonical bytes of events, by their place in the log; without those that have none. */
    Map<Long, byte[]> leaves(List<AccessEvent> events) {
        record Body(long index, byte[] bytes) {}
        return jdbc
                .list(
                        "select leaf_index, body from leaf where leaf_index = any (?)",
                        row -> new Body(row.getLong(1), row.getBytes(2)),
                        (Object) events.stream().map(AccessEvent::leafIndex).toArray(Long[]::new))
                .stream()
                .collect(toMap(Body::index, Body::bytes));
    }

    private static Conditions conditions(String agency, EventFilter filter) {
        return new Conditions("e.agency = ?", agency)
                .andIfGiven("e.agency = ?", filter.agency())
                .andIfGiven("e.actor = ?", filter.actor())
                .andIfGiven("e.purpose = ?", filter.purpose())
                .andIfGiven("e.type = ?", filter.type())
                .andIfGiven("e.case_ref = ?", filter.caseReference())
                .andIfGiven("e.outcome = ?", filter.outcome())
                .andIfGiven("e.recorded >= ?", utc(filter.from()))
                .andIfGiven("e.recorded < ?", utc(filter.to()))
                .andIfGiven("e.leaf_index = " + LOOKS_AT, filter.subject());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
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
