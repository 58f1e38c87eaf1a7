package eu.waymark.referral.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The data key of all texts about one child, wrapped by the service's row key. */
@Entity
@Table(name = "person_key")
class PersonKey {

    @Id
    private UUID personRecordId;

    @Column(updatable = false)
    private byte[] wrappedKey;

    @SuppressWarnings("NullAway.Init")
    protected PersonKey() {}

    byte[] wrappedKey() {
        return wrappedKey;
    }
}
