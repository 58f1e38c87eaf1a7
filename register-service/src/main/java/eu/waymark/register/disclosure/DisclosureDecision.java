package eu.waymark.register.disclosure;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision about a request: what the asker reads from then on, and on what ground. It does not change. */
@Entity
@Table(name = "disclosure_decision")
class DisclosureDecision implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "disclosure_id")
    UUID disclosureId = new UUID(0, 0);

    int number = 1;
    String decision = "";
    List<String> sections = List.of();

    @Nullable
    String reason;

    @Column(name = "legal_basis")
    String legalBasis = "";

    @Nullable
    String article;

    String purpose = "";

    @Nullable
    String agreement;

    String recipient = "";

    @Column(name = "wrapped_key")
    byte @Nullable [] wrappedKey;

    byte @Nullable [] necessity;

    @Column(name = "decided_by")
    String decidedBy = "";

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

    /** What was decided about a request, which the decision has changed already. */
    static DisclosureDecision of(Disclosure disclosure, String decision, int number, Instant at) {
        var decided = new DisclosureDecision();
        decided.id = UUID.randomUUID();
        decided.disclosureId = disclosure.id;
        decided.number = number;
        decided.decision = decision;
        decided.sections = disclosure.sections;
        decided.reason = disclosure.reason;
        decided.legalBasis = disclosure.legalBasis;
        decided.article = disclosure.article;
        decided.purpose = disclosure.purpose;
        decided.agreement = disclosure.agreement;
        decided.recipient = disclosure.askingAgency;
        decided.decidedBy = String.valueOf(disclosure.decidedBy);
        decided.decidedAt = at;
        return decided;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
