package eu.waymark.identity.link;

import eu.waymark.identity.record.PersonRecord;
import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.paging.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All decisions about pairs of records, but for those that a sealed link hides: they are answered as if there were none.
 * Every use belongs inside audited work.
 */
@ApplicationScoped
public class Links {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private static final String SHOWN = " and not is_decision_hidden(edge.record_a, edge.record_b, edge.order_no) ";

    private static final String ONE = "select edge.* from edge where id = :id" + SHOWN;

    private static final String NEWEST_OF_PAIR =
            "select edge.* from edge where record_a = :a and record_b = :b" + SHOWN + "order by order_no desc limit 1";

    private static final String OF_RECORD = """
            select edge.* from edge where :record in (record_a, record_b)""" + SHOWN + "order by order_no desc";

    private static final String OF_AGENCY = """
            select edge.* from edge
             where (decided_at, id) < (:time, :id)
               and (record_a in (select id from person where agency = :agency)
                    or record_b in (select id from person where agency = :agency))""" + SHOWN + """
            order by decided_at desc, id desc limit :most""";

    private final EntityManager database;

    Links(EntityManager database) {
        this.database = database;
    }

    /** Makes all others who link or unlink wait until this transaction ends. Before anything else is locked. */
    public void lock() {
        Column.of(database, "select 1 from (select lock_links()) locked", Integer.class)
                .getSingleResult();
    }

    Edge add(Edge edge) {
        database.persist(edge);
        database.flush();
        return edge;
    }

    Optional<Edge> find(UUID id) {
        return database.createNativeQuery(ONE, Edge.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What was last decided about a pair, as far as it is shown. */
    public Optional<Edge> newest(Pair pair) {
        return database.createNativeQuery(NEWEST_OF_PAIR, Edge.class)
                .setParameter("a", pair.a().id())
                .setParameter("b", pair.b().id())
                .getResultStream()
                .findFirst();
    }

    /** Everything ever decided about a record, newest first. */
    public List<Edge> of(UUID record) {
        return database.createNativeQuery(OF_RECORD, Edge.class)
                .setParameter("record", record)
                .getResultList();
    }

    List<Edge> ofAgency(String agency, Optional<Cursor> after, int most) {
        var place = after.orElse(NEWEST);
        return database.createNativeQuery(OF_AGENCY, Edge.class)
                .setParameter("agency", agency)
                .setParameter("time", place.time())
                .setParameter("id", place.id())
                .setParameter("most", most)
                .getResultList();
    }

    /** Whether the link counts: nothing was decided after it, and nothing contradicts it. */
    boolean isHeld(Edge edge, PersonRecord record) {
        return Column.of(database, "select held from links_held(:record) held", UUID.class)
                .setParameter("record", record.id())
                .getResultStream()
                .anyMatch(edge.id()::equals);
    }
}
