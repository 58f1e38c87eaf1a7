package eu.waymark.referral.missing;

import eu.waymark.platform.web.Personal;
import eu.waymark.referral.ReferralProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One time that a child was missing. Its texts are ciphertext here. */
@Entity
@DynamicUpdate
@Table(name = "missing_episode")
class MissingEpisode implements Personal {

    static final String OPEN = "open";
    static final String FOUND = "found";
    static final String CLOSED = "closed";
    static final String ANNULLED = "annulled";
    static final String DIED = "died";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "person_record_id")
    UUID personRecordId = new UUID(0, 0);

    String agency = "";
    String country = "";
    String kind = "";

    @Column(name = "missing_from")
    String missingFrom = "";

    @Column(name = "last_seen_at")
    Instant lastSeenAt = Instant.EPOCH;

    byte @Nullable [] circumstances;

    @Column(name = "police_reference")
    @Nullable
    String policeReference;

    @Column(name = "sis_reference")
    @Nullable
    String sisReference;

    @Column(name = "opened_by")
    String openedBy = "";

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    String status = OPEN;

    @Column(name = "found_how")
    @Nullable
    String foundHow;

    @Column(name = "found_at")
    @Nullable
    Instant foundAt;

    @Column(name = "found_by")
    @Nullable
    String foundBy;

    @Column(name = "found_note")
    byte @Nullable [] foundNote;

    @Column(name = "found_place")
    byte @Nullable [] foundPlace;

    @Column(name = "place_readers")
    @Nullable
    List<String> placeReaders;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "end_reason")
    byte @Nullable [] endReason;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    @Version
    int version;

    boolean is(String wanted) {
        return status.equals(wanted);
    }

    /** @throws eu.waymark.platform.web.problem.ProblemException {@code illegal-transition} in any other state */
    void require(String... states) {
        if (!List.of(states).contains(status)) {
            throw ReferralProblem.ILLEGAL_TRANSITION.because("The episode is %s.".formatted(status));
        }
    }

    /** Seen, and safe as far as anybody can say; of what was a mistake nobody can say it. */
    boolean isSafeAndSeen() {
        return (is(FOUND) || is(CLOSED)) && !DIED.equals(foundHow);
    }

    /** When the child was found, or the episode ended otherwise. */
    Instant overAt() {
        return foundAt != null ? foundAt : Objects.requireNonNullElse(endedAt, changedAt);
    }

    void end(String how, String by, Instant at) {
        status = how;
        endedBy = by;
        endedAt = at;
    }

    /** Whether this person was named when the place was recorded. */
    boolean showsPlaceTo(String subject) {
        return placeReaders != null && placeReaders.contains(subject);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
