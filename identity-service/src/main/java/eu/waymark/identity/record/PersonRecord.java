package eu.waymark.identity.record;

import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.paging.Cursor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as one agency recorded them; who they are is sealed. */
@Entity
@Table(name = "person")
public class PersonRecord implements Personal {

    static final int FIRST = 1;

    @Id
    private UUID id;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private String country;

    @Column(updatable = false)
    private String tag;

    @Column(name = "tag_secret")
    private byte[] tagSecret;

    @Column(name = "wrapped_key")
    private byte[] wrappedKey;

    @Column
    private byte[] demographics;

    @Column(name = "external_id_hash", updatable = false)
    private @Nullable String externalIdHash;

    @Column(name = "import_id", updatable = false)
    private @Nullable UUID importId;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    @Version
    private int version = FIRST;

    protected PersonRecord() {}

    PersonRecord(UUID id, Caller owner, Sealed demographics, PersonRecords.Entrant entrant, Instant recordedAt) {
        var fresh = SubjectTag.fresh();
        this.id = id;
        this.agency = owner.agency();
        this.country = owner.country();
        this.tag = fresh.value();
        this.tagSecret = fresh.secret();
        this.wrappedKey = demographics.wrappedKey();
        this.demographics = demographics.ciphertext();
        this.externalIdHash = entrant.externalIdHash();
        this.importId = entrant.importId();
        this.recordedAt = recordedAt;
    }

    public UUID id() {
        return id;
    }

    public String agency() {
        return agency;
    }

    public String country() {
        return country;
    }

    /** The person's pseudonym in the audit log. */
    public String tag() {
        return tag;
    }

    /** Keyed hash of the person's id in the agency's own system, where it has one. */
    public @Nullable String externalIdHash() {
        return externalIdHash;
    }

    public int version() {
        return version;
    }

    /** The record's place among those of its agency. */
    public Cursor place() {
        return new Cursor(recordedAt, id);
    }

    @Nullable
    UUID importId() {
        return importId;
    }

    byte[] tagSecret() {
        return tagSecret;
    }

    void replace(Sealed other) {
        wrappedKey = other.wrappedKey();
        demographics = other.ciphertext();
    }

    Sealed sealed() {
        return new Sealed(wrappedKey, demographics);
    }

    @Override
    public String toString() {
        return "PersonRecord[" + id + "]";
    }
}
