package eu.waymark.register.emergency;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a reviewer made of an emergency access. */
@Entity
@Table(name = "emergency_review")
class EmergencyReview implements Personal {

    @Id
    @Column(name = "access_id")
    UUID accessId = new UUID(0, 0);

    String outcome = "";

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] reason = {};

    @Column(name = "reviewed_by")
    String reviewedBy = "";

    @Column(name = "reviewer_agency")
    String reviewerAgency = "";

    @Column(name = "reviewed_at")
    Instant reviewedAt = Instant.EPOCH;

    @Override
    public String toString() {
        return REDACTED;
    }
}
