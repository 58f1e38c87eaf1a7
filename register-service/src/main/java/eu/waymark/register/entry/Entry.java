package eu.waymark.register.entry;

import eu.waymark.platform.persistence.crypto.Sealed;
import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A minimal pointer: that there is a measure for a child, why, and which agency is responsible. */
@Entity
class Entry implements Personal {

    static final String ACTIVE = "active";
    static final String ENDED = "ended";
    static final String UNBORN_PLAN = "unborn-plan";
    static final String WRONG_CHILD = "wrong-child";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "person_record_id")
    UUID personRecordId = new UUID(0, 0);

    String measure = "";
    List<String> harms = List.of();
    String risk = "";
    String status = ACTIVE;
    String holder = "";

    @Column(name = "started_on")
    LocalDate startedOn = LocalDate.EPOCH;

    @Column(name = "review_due_on")
    @Nullable
    LocalDate reviewDueOn;

    @Column(name = "expected_on")
    @Nullable
    LocalDate expectedOn;

    @Column(name = "born_on")
    @Nullable
    LocalDate bornOn;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] summary = {};

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    Safeguards safeguards = Safeguards.NONE;

    @Version
    int version;

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    void end(LocalDate on, String reason) {
        status = ENDED;
        endedOn = on;
        endReason = reason;
        reviewDueOn = null;
    }

    Sealed sealedSummary() {
        return new Sealed(wrappedKey, summary);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
