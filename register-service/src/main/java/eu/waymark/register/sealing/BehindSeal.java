package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.paging.Cursor;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What others did about a hidden child, as its named workers see it. Only within audited work. */
@Singleton
class BehindSeal {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private static final String LOOKS = """
            select id, asker_name, agency, country, purpose, at from sealed_look
             where sealing = :sealing and (at, id) < (:time, :id) order by at desc, id desc limit :most""";
    private static final String NOTES = """
            select id, kind, at from sealing_note
             where sealing_id = :sealing and (at, id) < (:time, :id) order by at desc, id desc limit :most""";
    private static final String REQUESTS = """
            select id, asked_at from sealed_request
             where sealing = :sealing and (asked_at, id) < (:time, :id) order by asked_at desc, id desc limit :most""";

    private final EntityManager entities;

    BehindSeal(EntityManager entities) {
        this.entities = entities;
    }

    /** Who looked at the child, why and when. */
    record Looked(UUID id, String askerName, String agency, String country, String purpose, Instant at)
            implements Personal {

        @Override
        public String toString() {
            return REDACTED;
        }
    }

    /** What the old agency did with the entry that everybody sees. */
    record Noted(UUID id, String kind, Instant at) {}

    /** When content was asked for. */
    record Asked(UUID id, Instant at) {}

    List<Looked> looks(UUID sealing, Optional<Cursor> after, int most) {
        return rows(LOOKS, sealing, after, most).stream()
                .map(row -> new Looked(
                        id(row),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, Instant.class)))
                .toList();
    }

    List<Noted> notes(UUID sealing, Optional<Cursor> after, int most) {
        return rows(NOTES, sealing, after, most).stream()
                .map(row -> new Noted(id(row), row.get(1, String.class), row.get(2, Instant.class)))
                .toList();
    }

    List<Asked> requests(UUID sealing, Optional<Cursor> after, int most) {
        return rows(REQUESTS, sealing, after, most).stream()
                .map(row -> new Asked(id(row), row.get(1, Instant.class)))
                .toList();
    }

    boolean isAskedOf(UUID request, UUID sealing) {
        return Column.of(
                        entities,
                        "select exists (select from sealed_request where id = :id and sealing = :sealing)",
                        Boolean.class)
                .setParameter("id", request)
                .setParameter("sealing", sealing)
                .getSingleResult();
    }

    private List<Tuple> rows(String sql, UUID sealing, Optional<Cursor> after, int most) {
        List<?> rows = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("sealing", sealing)
                .setParameter("time", after.map(Cursor::time).orElse(END_OF_TIME))
                .setParameter("id", after.map(Cursor::id).orElse(LAST))
                .setParameter("most", most + 1)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }

    private static UUID id(Tuple row) {
        return row.get(0, UUID.class);
    }
}
