package eu.waymark.referral.feedback;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a child said, for one agency to read: the worker's, or of an allegation one outside. */
@Entity
@DynamicUpdate
@Table(name = "feedback")
class Feedback implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "request_id")
    UUID requestId = new UUID(0, 0);

    @Column(name = "person_record_id")
    UUID personRecordId = new UUID(0, 0);

    String agency = "";
    String worker = "";
    String language = "";
    String reader = "";
    byte[] answers = {};

    @Column(name = "given_at")
    Instant givenAt = Instant.EPOCH;

    @Column(name = "heard_by")
    @Nullable
    String heardBy;

    @Column(name = "heard_at")
    @Nullable
    Instant heardAt;

    @Version
    int version;

    boolean isAllegation() {
        return !reader.equals(agency);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
