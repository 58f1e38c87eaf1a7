package eu.waymark.register.notification;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something an agency should know of. It points to a resource and holds no search terms and no case reference. */
@Entity
class Notification implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    String agency = "";
    String kind = "";
    UUID reference = new UUID(0, 0);

    @Column(name = "from_agency")
    String fromAgency = "";

    @Column(name = "from_name")
    @Nullable
    String fromName;

    @Nullable
    String purpose;

    @Column(name = "person_record_id")
    @Nullable
    UUID personRecordId;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "acknowledged_by")
    @Nullable
    String acknowledgedBy;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    void acknowledge(String by, Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedBy = by;
            acknowledgedAt = at;
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
