package eu.waymark.identity.record;

import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What stood in a person record before a correction, sealed as it was. */
@Entity
@Table(name = "person_version")
@IdClass(PersonVersion.Key.class)
class PersonVersion implements Personal {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Id
    private int version;

    @Column(name = "wrapped_key", updatable = false)
    private byte[] wrappedKey;

    @Column(updatable = false)
    private byte[] demographics;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private CorrectionReason reason;

    @Column(name = "replaced_by", updatable = false)
    private String replacedBy;

    @Column(name = "replaced_at", updatable = false)
    private Instant replacedAt;

    @SuppressWarnings("NullAway.Init")
    protected PersonVersion() {}

    /** The current version of a record that is about to be replaced. */
    PersonVersion(PersonRecord record, CorrectionReason reason, String by, Instant at) {
        this.personId = record.id();
        this.version = record.version();
        this.wrappedKey = record.sealed().wrappedKey();
        this.demographics = record.sealed().ciphertext();
        this.reason = reason;
        this.replacedBy = by;
        this.replacedAt = at;
    }

    /** Which version of which record. */
    record Key(UUID personId, int version) {}

    EarlierVersion opened(DemographicsVault vault) {
        var who = vault.open(personId, version, new Sealed(wrappedKey, demographics));
        return new EarlierVersion(version, who, reason, replacedBy, replacedAt);
    }

    @Override
    public String toString() {
        return "PersonVersion[" + personId + ", " + version + "]";
    }
}
