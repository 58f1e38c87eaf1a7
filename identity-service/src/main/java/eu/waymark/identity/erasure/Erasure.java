package eu.waymark.identity.erasure;

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

/** That a record is to be erased, as two people of its agency decide. */
@Entity
@Table(name = "erasure")
class Erasure {

    @Id
    private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String agency;

    @Column(name = "legal_basis", updatable = false)
    @Enumerated(EnumType.STRING)
    private ErasureBasis legalBasis;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private ErasureReason reason;

    @Enumerated(EnumType.STRING)
    private ErasureStatus status = ErasureStatus.PROPOSED;

    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;

    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Erasure() {}

    Erasure(UUID personId, String agency, NewErasure asked, String by, Instant at) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.agency = agency;
        this.legalBasis = asked.legalBasis();
        this.reason = asked.reason();
        this.proposedBy = by;
        this.proposedAt = at;
    }

    void approve(String by, Instant at) {
        status = status.to(ErasureStatus.APPROVED);
        approvedBy = by;
        approvedAt = at;
    }

    void become(ErasureStatus next) {
        status = status.to(next);
    }

    void complete(Instant at) {
        become(ErasureStatus.COMPLETED);
        completedAt = at;
    }

    boolean isProposedBy(String subject) {
        return proposedBy.equals(subject);
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    ErasureBasis legalBasis() {
        return legalBasis;
    }

    ErasureReason reason() {
        return reason;
    }

    ErasureStatus status() {
        return status;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    Instant completedAt() {
        return completedAt;
    }

    int version() {
        return version;
    }
}
