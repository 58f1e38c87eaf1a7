package eu.waymark.identity.link;

import eu.waymark.identity.IdentityProblem;
import eu.waymark.platform.persistence.query.Column;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which records are one child, as the database derives it from the decisions. Every use belongs inside audited work. */
@ApplicationScoped
public class Identities {

    private final EntityManager database;

    Identities(EntityManager database) {
        this.database = database;
    }

    /** Where an identity is now that was ever told. */
    public Optional<UUID> resolve(UUID identity) {
        return Column.of(database, "select identity_now(:id)", UUID.class)
                .setParameter("id", identity)
                .getResultStream()
                .filter(now -> now != null)
                .findFirst();
    }

    public Optional<UUID> of(UUID record) {
        return Column.of(database, "select identity_id from identity_member where record_id = :record", UUID.class)
                .setParameter("record", record)
                .getResultStream()
                .findFirst();
    }

    /** Whether two records are one child already. */
    public boolean isOne(Pair pair) {
        return of(pair.a().id()).equals(of(pair.b().id()));
    }

    /**
     * One person links two records of their agency while these bring no other agency's record with them.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 403 where they do, and the verdict would join them
     */
    public void requireOneAgency(Pair pair, Verdict verdict) {
        if (verdict == Verdict.SAME && joinsAgencies(pair)) {
            throw IdentityProblem.SECOND_PERSON_NEEDED.because(
                    "One of the two is linked with another agency's record. Put up your record and that one for review:"
                            + " two people of two agencies say that they are one child.");
        }
    }

    private boolean joinsAgencies(Pair pair) {
        return Column.of(database, "select joins_agencies(:a, :b)", Boolean.class)
                .setParameter("a", pair.a().id())
                .setParameter("b", pair.b().id())
                .getSingleResult();
    }

    /** The records of an identity, in no order that tells anything. */
    public List<UUID> records(UUID identity) {
        return Column.of(database, """
                        select record_id from identity_member
                         where own_id = :id and identity_id = :id or identity_id = :id and identity_id <> own_id
                         order by record_id""", UUID.class).setParameter("id", identity).getResultList();
    }

    /** Every record that decisions may bring to one of the two, with where it is now. */
    Map<UUID, UUID> around(Pair pair) {
        return around(pair.a().id(), pair.b().id());
    }

    /** Every record that decisions may bring to this one, and itself, with where it is now. */
    Map<UUID, UUID> around(UUID record) {
        return around(record, record);
    }

    private Map<UUID, UUID> around(UUID a, UUID b) {
        return byRecord(
                database.createNativeQuery("select record_id, identity_id from identities_around(:a, :b)", Tuple.class)
                        .setParameter("a", a)
                        .setParameter("b", b));
    }

    /** Where those of the records are now that are still there. */
    Map<UUID, UUID> of(Collection<UUID> records) {
        return byRecord(database.createNativeQuery(
                        "select record_id, identity_id from identity_member where record_id = any (:records)",
                        Tuple.class)
                .setParameter("records", records.toArray(UUID[]::new)));
    }

    @SuppressWarnings("unchecked")
    private static Map<UUID, UUID> byRecord(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }
}
