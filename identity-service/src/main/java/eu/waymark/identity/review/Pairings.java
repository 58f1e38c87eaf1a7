package eu.waymark.identity.review;

import eu.waymark.platform.persistence.query.Column;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** The records whose pairs are to be looked for. Every use belongs inside audited work. */
@ApplicationScoped
class Pairings {

    private static final int BATCH = 50;

    /** What failed before is tried alone. */
    private static final String NEXT = """
            select record_id, order_no from pairing
             where attempts = (select min(attempts) from pairing) and attempts < 5
             order by order_no
             limit case when (select min(attempts) from pairing) = 0 then :batch else 1 end""";

    private static final String DONE = """
            select 1 from (select pairings_done(cast(:records as uuid[]), cast(:places as bigint[]))) done""";

    private final EntityManager database;

    Pairings(EntityManager database) {
        this.database = database;
    }

    /**
     * A record that waits.
     *
     * @param place among those that wait; another one once the record is corrected
     */
    record Waiting(UUID record, long place) {}

    /** Whose turn it is. Nothing is locked: nobody else works, and a correction meanwhile gives a record another place. */
    @SuppressWarnings("unchecked")
    List<Waiting> next() {
        List<Tuple> rows = database.createNativeQuery(NEXT, Tuple.class)
                .setParameter("batch", BATCH)
                .getResultList();
        return rows.stream()
                .map(row -> new Waiting(
                        row.get(0, UUID.class), row.get(1, Number.class).longValue()))
                .toList();
    }

    void done(List<Waiting> looked) {
        Column.of(database, DONE, Integer.class)
                .setParameter("records", looked.stream().map(Waiting::record).toArray(UUID[]::new))
                .setParameter("places", looked.stream().map(Waiting::place).toArray(Long[]::new))
                .getSingleResult();
    }

    int postpone() {
        var failed = next().stream().map(Waiting::record).toList();
        return failed.isEmpty()
                ? 0
                : database.createNativeQuery("update pairing set attempts = attempts + 1 where record_id in (:records)")
                        .setParameter("records", failed)
                        .executeUpdate();
    }
}
