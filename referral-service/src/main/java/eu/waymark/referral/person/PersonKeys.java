package eu.waymark.referral.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The wrapped data keys, one for each person record that a text was written about. */
@ApplicationScoped
class PersonKeys implements PanacheRepositoryBase<PersonKey, UUID> {

    // Two first texts about one child may be written at once: one key wins, and both use it.
    private static final String INSERT =
            "insert into person_key (person_record_id, wrapped_key) values (:record, :key) on conflict do nothing";

    /** Keeps the key unless the record has one already. */
    void keep(UUID record, byte[] wrappedKey) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("record", record)
                .setParameter("key", wrappedKey)
                .executeUpdate();
    }
}
