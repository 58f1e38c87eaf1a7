package eu.waymark.referral.gate;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a step was done, or overridden and why. */
@Entity
@Immutable
@Table(name = "step_record")
class StepRecord implements Personal {

    static final String DONE = "done";
    static final String OVERRIDDEN = "overridden";

    @Id
    private UUID id;

    private UUID reference;
    private String code;
    private String state;

    private byte @Nullable [] reason;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected StepRecord() {}

    String code() {
        return code;
    }

    String state() {
        return state;
    }

    byte @Nullable [] reason() {
        return reason;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
