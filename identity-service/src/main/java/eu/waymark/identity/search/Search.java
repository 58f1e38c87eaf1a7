package eu.waymark.identity.search;

import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A search that one new record may follow. */
@Entity
@Table(name = "search")
class Search {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String actor;

    @Column(updatable = false)
    private String agency;

    @Column(name = "demographics_hash", updatable = false)
    private byte[] demographicsHash;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected Search() {}

    Search(Caller by, byte[] demographicsHash, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.actor = by.subject();
        this.agency = by.agency();
        this.demographicsHash = demographicsHash;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isBy(Caller caller) {
        return actor.equals(caller.subject()) && agency.equals(caller.agency());
    }

    boolean isFor(byte[] otherHash) {
        return MessageDigest.isEqual(demographicsHash, otherHash);
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    void use(Instant now) {
        usedAt = now;
    }
}
