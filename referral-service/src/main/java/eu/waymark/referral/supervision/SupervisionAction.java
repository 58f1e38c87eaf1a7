package eu.waymark.referral.supervision;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Something that was agreed in supervision. */
@Entity
@DynamicUpdate
@Table(name = "supervision_action")
class SupervisionAction implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "record_id")
    UUID recordId = new UUID(0, 0);

    int place;
    byte[] text = {};

    @Column(name = "due_on")
    LocalDate dueOn = LocalDate.EPOCH;

    @Column(name = "done_by")
    @Nullable
    String doneBy;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;

    boolean isOpen() {
        return doneAt == null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
