package eu.waymark.referral.trafficking;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the competent authority decided, and who wrote it down. Decisions are only ever added. */
@Entity
@Immutable
@Table(name = "trafficking_decision")
class Decision implements Personal {

    @Embeddable
    record Key(UUID referralId, int number) {}

    /** By whom and when it was written down. */
    @Embeddable
    record Record(String recordedBy, String recordedAgency, Instant recordedAt) {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private Finding outcome;

    private boolean reconsideration;
    private Instant decidedAt;
    private byte @Nullable [] source;
    private byte @Nullable [] reasons;

    @jakarta.persistence.Embedded
    private Record record;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(
            Key key,
            DecideTrafficking said,
            boolean reconsideration,
            byte @Nullable [] source,
            byte @Nullable [] reasons,
            Record record) {
        this.key = key;
        this.stage = said.stage();
        this.outcome = said.finding();
        this.reconsideration = reconsideration;
        this.decidedAt = said.decidedAt();
        this.source = source;
        this.reasons = reasons;
        this.record = record;
    }

    int number() {
        return key.number();
    }

    Stage stage() {
        return stage;
    }

    Finding outcome() {
        return outcome;
    }

    boolean isReconsideration() {
        return reconsideration;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    byte @Nullable [] source() {
        return source;
    }

    byte @Nullable [] reasons() {
        return reasons;
    }

    String recordedAgency() {
        return record.recordedAgency();
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
