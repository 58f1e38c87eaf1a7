package eu.waymark.identity.link;

import eu.waymark.platform.persistence.query.Column;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
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

    /** The records of an identity, in no order that tells anything. */
    public List<UUID> records(UUID identity) {
        return Column.of(database, """
                        select record_id from identity_member
                         where own_id = :id and identity_id = :id or identity_id = :id and identity_id <> own_id
                         order by record_id""", UUID.class).setParameter("id", identity).getResultList();
    }

    /** Every record that decisions may bring to one of the two, with where it is now. */
    @SuppressWarnings("unchecked")
    Map<UUID, UUID> around(Pair pair) {
        List<Tuple> rows = database.createNativeQuery(
                        "select record_id, identity_id from identities_around(:a, :b)", Tuple.class)
                .setParameter("a", pair.a().id())
                .setParameter("b", pair.b().id())
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, UUID.class)));
    }
}
