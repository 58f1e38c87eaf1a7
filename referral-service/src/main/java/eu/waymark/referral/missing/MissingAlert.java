package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An alert of the register's for a missing child, as the register told of it. */
@Entity
@DynamicUpdate
@Table(name = "missing_alert")
class MissingAlert implements Personal {

    @Id
    @Column(name = "alert_id")
    UUID alertId = new UUID(0, 0);

    @Column(name = "person_record_id")
    UUID personRecordId = new UUID(0, 0);

    String agency = "";

    @Column(name = "raised_at")
    @Nullable
    Instant raisedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String outcome;

    @Override
    public String toString() {
        return REDACTED;
    }
}
