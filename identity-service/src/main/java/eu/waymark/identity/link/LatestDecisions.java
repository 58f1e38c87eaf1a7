package eu.waymark.identity.link;

import eu.waymark.identity.record.DecidedPairs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** What people have decided, for the model to learn from: not what nobody could tell, and nothing about sealed links. */
@ApplicationScoped
class LatestDecisions implements DecidedPairs {

    private static final String LATEST = """
            select id, record_a, record_b, verdict from (
                select distinct on (record_a, record_b) id, record_a, record_b, verdict, order_no from edge
                 order by record_a, record_b, order_no desc) edge
             where verdict <> 'UNSURE' and not is_sealed_pair(record_a, record_b)
             order by order_no desc limit :most""";

    private final EntityManager database;

    LatestDecisions(EntityManager database) {
        this.database = database;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<DecidedPair> latest(int most) {
        List<Tuple> rows = database.createNativeQuery(LATEST, Tuple.class)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new DecidedPair(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        Verdict.valueOf(row.get(3, String.class)) == Verdict.SAME))
                .toList();
    }
}
