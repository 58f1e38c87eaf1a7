package eu.waymark.register.disclosure;

import eu.waymark.platform.web.Personal;
import eu.waymark.register.RegisterProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for content, and what the holder decided. */
@Entity
class Disclosure implements Personal {

    static final String REQUESTED = "requested";
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";

    @Id
    UUID id = new UUID(0, 0);

    UUID handle = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String holder = "";

    @Column(name = "asking_agency")
    String askingAgency = "";

    @Column(name = "asking_country")
    String askingCountry = "";

    @Column(name = "asked_by")
    String askedBy = "";

    @Column(name = "asker_name")
    String askerName = "";

    String purpose = "";

    @Column(name = "legal_basis")
    String legalBasis = "";

    String agreement = "";

    @Column(name = "asked_at")
    Instant askedAt = Instant.EPOCH;

    @Column(name = "due_on")
    LocalDate dueOn = LocalDate.EPOCH;

    String status = REQUESTED;

    @Nullable
    String reason;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "escalated_at")
    @Nullable
    Instant escalatedAt;

    @Column(name = "escalated_to")
    @Nullable
    String escalatedTo;

    @Version
    int version;

    boolean isAccepted() {
        return status.equals(ACCEPTED);
    }

    void accept(String by, Instant at) {
        decide(ACCEPTED, by, at);
    }

    void refuse(String why, String by, Instant at) {
        decide(REFUSED, by, at);
        reason = why;
    }

    /** Whether an agency is one of its sides, or the authority that a refusal was taken to. */
    boolean involves(String agency) {
        return holder.equals(agency) || askingAgency.equals(agency) || agency.equals(escalatedTo);
    }

    /** @param to the holder's central authority, where the directory knows one */
    void escalate(Instant at, @Nullable String to) {
        if (!status.equals(REFUSED) || escalatedAt != null) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("Only a refusal can be escalated, and once.");
        }
        escalatedAt = at;
        escalatedTo = to;
    }

    private void decide(String outcome, String by, Instant at) {
        if (!status.equals(REQUESTED)) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("The request is already decided.");
        }
        status = outcome;
        decidedBy = by;
        decidedAt = at;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
