package eu.waymark.register.disclosure;

import eu.waymark.clocks.DueDate;
import eu.waymark.platform.web.Personal;
import eu.waymark.register.RegisterProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for content, and what the holder decided. */
@Entity
class Disclosure implements Personal {

    static final String REQUESTED = "requested";
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";
    static final String REVOKED = "revoked";
    static final String UPHELD = "upheld";
    static final String REOPENED = "reopened";
    private static final String BY_AGREEMENT = "agreement";
    private static final String BY_HOLDER = "holder";

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

    /** Null within one country, where its own law is the basis. */
    @Nullable
    String agreement;

    @Nullable
    String article;

    /** Whether an agreement disclosed by itself or the holder decided; null while nothing is disclosed. */
    @Column(name = "given_by")
    @Nullable
    String givenBy;

    /** What the asker reads now. */
    List<String> sections = List.of();

    @Column(name = "clock_rule")
    String clockRule = "";

    @Column(name = "asked_at")
    Instant askedAt = Instant.EPOCH;

    @Column(name = "due_on")
    LocalDate dueOn = LocalDate.EPOCH;

    @Column(name = "due_until")
    Instant dueUntil = Instant.EPOCH;

    @Column(name = "reminded_at")
    @Nullable
    Instant remindedAt;

    @Column(name = "overdue_at")
    @Nullable
    Instant overdueAt;

    String status = REQUESTED;

    @Nullable
    String reason;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    /** When the asker took a refusal to the authority. */
    @Column(name = "escalated_at")
    @Nullable
    Instant escalatedAt;

    /** To which authority, by the asker or since nobody had answered in time. */
    @Column(name = "escalated_to")
    @Nullable
    String escalatedTo;

    @Column(name = "escalation_decision")
    @Nullable
    String escalationDecision;

    @Column(name = "escalation_decided_by")
    @Nullable
    String escalationDecidedBy;

    @Column(name = "escalation_decided_at")
    @Nullable
    Instant escalationDecidedAt;

    @Version
    int version;

    boolean isAccepted() {
        return status.equals(ACCEPTED);
    }

    boolean isOpen() {
        return status.equals(REQUESTED);
    }

    boolean isRevoked() {
        return status.equals(REVOKED);
    }

    /** Whether an agreement gave what is shared, and no person has decided since. */
    boolean isByAgreement() {
        return isAccepted() && BY_AGREEMENT.equals(givenBy);
    }

    /** Whether all these sections are shared already. */
    boolean covers(List<String> told) {
        return isAccepted() && sections.containsAll(told);
    }

    void due(String rule, DueDate due) {
        clockRule = rule;
        dueOn = due.date();
        dueUntil = due.until();
    }

    /** An agreement in force discloses by itself. */
    void giveByAgreement(List<String> told, Instant at) {
        require(isOpen(), "The request is already decided.");
        give(told, BY_AGREEMENT, BY_AGREEMENT, at);
    }

    void accept(List<String> told, String by, Instant at) {
        require(isOpen(), "The request is already decided; share again, or change what is shared.");
        give(told, BY_HOLDER, by, at);
    }

    /** A new decision on the same request, after a refusal or a revocation. */
    void shareAgain(List<String> told, String by, Instant at) {
        require(status.equals(REFUSED) || isRevoked(), "Only what was refused or revoked is shared again.");
        give(told, BY_HOLDER, by, at);
    }

    /** Widens, narrows or both; or makes what an agreement gave a person's decision. */
    void change(List<String> told, String by, Instant at) {
        require(isAccepted(), "Only what is shared can be widened or narrowed.");
        require(isByAgreement() || !told.equals(sections), "Just these sections are shared already.");
        give(told, BY_HOLDER, by, at);
    }

    void refuse(String why, String by, Instant at) {
        require(isOpen(), "The request is already decided.");
        takeBack(REFUSED, why, by, at);
    }

    void revoke(String why, String by, Instant at) {
        require(isAccepted(), "Only what is shared can be revoked.");
        takeBack(REVOKED, why, by, at);
    }

    /** Whether a refusal can still be taken to the authority. */
    boolean isNotEscalated() {
        return escalatedAt == null && escalationDecision == null;
    }

    /** Whether an agency is one of its sides, or the authority that a refusal was taken to. */
    boolean involves(String agency) {
        return holder.equals(agency) || askingAgency.equals(agency) || agency.equals(escalatedTo);
    }

    /**
     * @param isRefused as the asker sees it
     * @param to the holder's central authority, where the directory knows one
     */
    void escalate(boolean isRefused, Instant at, @Nullable String to) {
        require(
                isRefused && isNotEscalated(),
                "Only a refusal can be escalated, and once: what is refused again is for your own central authority.");
        escalatedAt = at;
        escalatedTo = to;
    }

    /**
     * The authority lets a refusal stand, or has the holder decide anew.
     *
     * @param isRefused as the asker sees it
     */
    void decideEscalation(boolean isReopened, boolean isRefused, String by, Instant at) {
        require(escalatedTo != null && escalationDecision == null, "It was not taken to you, or is decided already.");
        require(isRefused, "The holder has not refused: it decides first.");
        escalationDecision = isReopened ? REOPENED : UPHELD;
        escalationDecidedBy = by;
        escalationDecidedAt = at;
        if (isReopened && status.equals(REFUSED)) {
            status = REQUESTED;
            reason = null;
            decidedBy = null;
            decidedAt = null;
            remindedAt = null;
            overdueAt = null;
        }
    }

    private void give(List<String> told, String givenBy, String by, Instant at) {
        status = ACCEPTED;
        sections = List.copyOf(told);
        this.givenBy = givenBy;
        reason = null;
        decidedBy = by;
        decidedAt = at;
    }

    private void takeBack(String outcome, String why, String by, Instant at) {
        status = outcome;
        sections = List.of();
        reason = why;
        decidedBy = by;
        decidedAt = at;
    }

    private static void require(boolean isPossible, String otherwise) {
        if (!isPossible) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because(otherwise);
        }
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
