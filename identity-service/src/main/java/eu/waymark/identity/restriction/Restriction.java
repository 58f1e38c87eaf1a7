package eu.waymark.identity.restriction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a record is kept and not used, for a time. */
@Entity
@Table(name = "restriction")
class Restriction {

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private RestrictionBasis basis;

    @Column(name = "restricted_by", updatable = false)
    private String restrictedBy;

    @Column(name = "restricted_at", updatable = false)
    private Instant restrictedAt;

    @Column(name = "lifted_by")
    private @Nullable String liftedBy;

    @Column(name = "lifted_at")
    private @Nullable Instant liftedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Restriction() {}

    Restriction(UUID personId, RestrictionBasis basis, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.basis = basis;
        this.restrictedBy = by;
        this.restrictedAt = at;
    }

    void lift(String by, Instant at) {
        liftedBy = by;
        liftedAt = at;
    }

    RestrictionBasis basis() {
        return basis;
    }

    Instant restrictedAt() {
        return restrictedAt;
    }

    @Nullable
    Instant liftedAt() {
        return liftedAt;
    }

    int version() {
        return version;
    }
}
