package eu.waymark.register.travelflag;

import eu.waymark.platform.web.Personal;
import eu.waymark.register.RegisterProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a child must not be taken out of the country. It ends by its date, by decision, or at verified majority. */
@Entity
@Table(name = "travel_flag")
class TravelFlag implements Personal {

    static final String ACTIVE = "active";
    private static final String WITHDRAWN = "withdrawn";
    private static final String FALLEN = "fallen";
    private static final String EXPIRED = "expired";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String agency = "";
    String ground = "";

    @Column(name = "decision_maker")
    String decisionMaker = "";

    @Column(name = "court_reference")
    @Nullable
    String courtReference;

    @Nullable
    String pointer;

    @Column(name = "starts_on")
    LocalDate startsOn = LocalDate.EPOCH;

    @Column(name = "ends_on")
    LocalDate endsOn = LocalDate.EPOCH;

    String status = ACTIVE;

    @Column(name = "warned_for")
    @Nullable
    LocalDate warnedFor;

    @Column(name = "handed_over_to")
    @Nullable
    String handedOverTo;

    @Column(name = "handed_over_at")
    @Nullable
    Instant handedOverAt;

    @Column(name = "written_by")
    String writtenBy = "";

    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;

    @Version
    int version;

    boolean isActive() {
        return status.equals(ACTIVE);
    }

    /** As it stands on a day. */
    String statusOn(LocalDate day) {
        return isActive() && endsOn.isBefore(day) ? EXPIRED : status;
    }

    void renew(LocalDate until, String by) {
        requireActive();
        endsOn = until;
        decisionMaker = by;
    }

    void withdraw() {
        requireActive();
        status = WITHDRAWN;
    }

    void fall() {
        requireActive();
        status = FALLEN;
    }

    void handOver(String to, Instant at) {
        if (!status.equals(FALLEN) || handedOverAt != null) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("A handover follows a flag that fell at majority, once.");
        }
        handedOverTo = to;
        handedOverAt = at;
    }

    private void requireActive() {
        if (!isActive()) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("The flag was withdrawn or has fallen: set a new one.");
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
