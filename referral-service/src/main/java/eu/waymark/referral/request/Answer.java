package eu.waymark.referral.request;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An answer as it was given: some questions, or the last of them. Never changed. */
@Entity(name = "InformationAnswer")
@Table(name = "information_answer")
class Answer implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    UUID requestId = new UUID(0, 0);
    String fromAgency = "";
    String answeredBy = "";
    Instant answeredAt = Instant.EPOCH;
    boolean shown;
    byte[] message = new byte[0];
    byte[] messageHash = new byte[0];

    @Override
    public String toString() {
        return REDACTED;
    }
}
