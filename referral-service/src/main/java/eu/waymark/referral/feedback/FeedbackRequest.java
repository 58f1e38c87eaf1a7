package eu.waymark.referral.feedback;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a child was given a code by which it can say how it was served. */
@Entity
@Table(name = "feedback_request")
class FeedbackRequest implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "person_record_id")
    UUID personRecordId = new UUID(0, 0);

    String agency = "";
    String worker = "";
    String language = "";

    @Column(name = "outside_agency")
    String outsideAgency = "";

    @Column(name = "asked_by")
    String askedBy = "";

    @Column(name = "asked_at")
    Instant askedAt = Instant.EPOCH;

    @Override
    public String toString() {
        return REDACTED;
    }
}
