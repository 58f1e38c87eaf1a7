package eu.waymark.register.travelflag;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a flag, by whose decision and why. It does not change. */
@Entity
@Table(name = "travel_flag_change")
class TravelFlagChange implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "flag_id")
    UUID flagId = new UUID(0, 0);

    String kind = "";

    @Column(name = "decision_maker")
    @Nullable
    String decisionMaker;

    @Column(name = "ends_on")
    LocalDate endsOn = LocalDate.EPOCH;

    @Column(name = "wrapped_key")
    byte @Nullable [] wrappedKey;

    byte @Nullable [] reasons;

    @Column(name = "changed_by")
    String changedBy = "";

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    @Override
    public String toString() {
        return REDACTED;
    }
}
