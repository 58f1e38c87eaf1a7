package eu.waymark.referral.request;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One request about one child, from an agency to another. Its texts are ciphertext here. */
@Entity
@DynamicUpdate
@Table(name = "information_request")
class InformationRequest implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    UUID personRecordId = new UUID(0, 0);
    String fromAgency = "";
    String fromCountry = "";
    String toAgency = "";
    String toCountry = "";
    String kind = "";
    String basis = "";

    @Enumerated(EnumType.STRING)
    RequestStatus status = RequestStatus.SENT;

    byte[] message = new byte[0];
    byte[] messageHash = new byte[0];
    byte[] contentDigest = new byte[0];
    String sentBy = "";

    @Nullable
    Instant statedSentAt;

    Instant sentAt = Instant.EPOCH;

    /** When the desk that is asked now was asked: later than it was sent, where it was forwarded or reopened. */
    Instant askedAt = Instant.EPOCH;

    Instant duplicateUntil = Instant.EPOCH;
    Instant dueAt = Instant.EPOCH;
    String dueRule = "";

    @Nullable
    Instant receivedAt;

    boolean unread;

    @Nullable
    String refusal;

    byte @Nullable [] refusalNote;

    @Nullable
    String escalatedTo;

    @Nullable
    Instant escalatedAt;

    @Nullable
    String escalation;

    byte @Nullable [] escalationNote;

    @Nullable
    Instant alarmedAt;

    @Nullable
    String closedBy;

    @Nullable
    Instant closedAt;

    @Version
    int version;

    /**
     * Moves to the given state.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException {@code request-illegal-transition} when it cannot follow
     */
    void move(RequestStatus next) {
        status = status.to(next);
    }

    /** Moves to the given end. */
    void close(RequestStatus end, String by, Instant at) {
        move(end);
        closedBy = by;
        closedAt = at;
    }

    /** Asks that desk from now on: nobody has received it there. */
    void ask(String agency, Instant at) {
        if (status != RequestStatus.SENT) {
            move(RequestStatus.SENT);
        }
        toAgency = agency;
        askedAt = at;
        receivedAt = null;
        alarmedAt = null;
        closedBy = null;
        closedAt = null;
    }

    boolean isFrom(String agency) {
        return fromAgency.equals(agency);
    }

    boolean isTo(String agency) {
        return toAgency.equals(agency);
    }

    boolean isEscalatedTo(String agency) {
        return agency.equals(escalatedTo);
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
