package eu.waymark.identity.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The records whose pairs are to be looked for. Every use belongs inside audited work. */
@ApplicationScoped
class Pairings {

    private static final int BATCH = 50;

    /** What failed before is tried alone. */
    private static final String TAKE = """
            select record_id from pairing
             where attempts = (select min(attempts) from pairing) and attempts < 5
             order by order_no
             limit case when (select min(attempts) from pairing) = 0 then :batch else 1 end
             for update skip locked""";

    private final EntityManager database;

    Pairings(EntityManager database) {
        this.database = database;
    }

    List<UUID> take() {
        return database.createNativeQuery(TAKE, UUID.class)
                .setParameter("batch", BATCH)
                .getResultList();
    }

    void done(List<UUID> records) {
        database.createNativeQuery("select 1 from (select pairings_done(cast(:records as uuid[]))) done", Integer.class)
                .setParameter("records", records.toArray(UUID[]::new))
                .getSingleResult();
    }

    int postpone() {
        var failed = take();
        return failed.isEmpty()
                ? 0
                : database.createNativeQuery("update pairing set attempts = attempts + 1 where record_id in (:records)")
                        .setParameter("records", failed)
                        .executeUpdate();
    }
}
