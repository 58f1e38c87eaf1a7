package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The one open assessment of a child, or one that was. */
@Entity
@Table(name = "assessment")
class Assessment implements Personal {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID personRecordId;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private String country;

    @Enumerated(EnumType.STRING)
    private AssessmentStatus status;

    private int edition;

    @Column(updatable = false)
    private Instant openedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Assessment() {}

    Assessment(UUID id, UUID personRecordId, Caller by, Instant openedAt) {
        this.id = id;
        this.personRecordId = personRecordId;
        this.agency = by.agency();
        this.country = by.country();
        this.status = AssessmentStatus.OPEN;
        this.edition = 1;
        this.openedAt = openedAt;
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code assessment-state} when that cannot follow */
    void move(AssessmentStatus next) {
        status = status.to(next);
    }

    void reopen() {
        move(AssessmentStatus.OPEN);
        edition++;
    }

    boolean isLedBy(String code) {
        return agency.equals(code);
    }

    UUID id() {
        return id;
    }

    UUID personRecordId() {
        return personRecordId;
    }

    String agency() {
        return agency;
    }

    String country() {
        return country;
    }

    AssessmentStatus status() {
        return status;
    }

    int edition() {
        return edition;
    }

    Instant openedAt() {
        return openedAt;
    }

    int version() {
        return version;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
