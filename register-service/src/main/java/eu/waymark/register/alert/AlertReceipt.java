package eu.waymark.register.alert;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one receiver was told of an alert, and what it has answered. */
@Entity
@Table(name = "alert_receipt")
class AlertReceipt implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "alert_id")
    UUID alertId = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String agency = "";
    String country = "";

    @Column(name = "addressed_as")
    String addressedAs = "";

    @Column(name = "delivered_at")
    Instant deliveredAt = Instant.EPOCH;

    @Column(name = "acknowledged_by")
    @Nullable
    String acknowledgedBy;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "confirmed_by")
    @Nullable
    String confirmedBy;

    @Column(name = "confirmed_at")
    @Nullable
    Instant confirmedAt;

    @Column(name = "reminded_at")
    Instant remindedAt = Instant.EPOCH;

    @Version
    int version;

    void end(Instant at) {
        endedAt = at;
        remindedAt = at;
    }

    /** @return whether it was new */
    boolean acknowledge(String by, Instant at) {
        var isNew = acknowledgedAt == null;
        if (isNew) {
            acknowledgedBy = by;
            acknowledgedAt = at;
        }
        return isNew;
    }

    /** @return whether it was new */
    boolean confirm(String by, Instant at) {
        var isNew = confirmedAt == null;
        if (isNew) {
            confirmedBy = by;
            confirmedAt = at;
        }
        return isNew;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
