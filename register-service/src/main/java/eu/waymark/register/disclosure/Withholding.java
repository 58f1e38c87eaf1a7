package eu.waymark.register.disclosure;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision not to share: with whom, what, on what legal reason, and why. */
@Entity
class Withholding implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String agency = "";

    @Column(name = "from_country")
    @Nullable
    String fromCountry;

    @Column(name = "from_agency")
    @Nullable
    String fromAgency;

    List<String> sections = List.of();
    String reason = "";

    @Column(name = "wrapped_key")
    byte[] wrappedKey = {};

    byte[] reasoning = {};

    @Column(name = "decided_by")
    String decidedBy = "";

    @Column(name = "decider_name")
    String deciderName = "";

    @Column(name = "decided_at")
    Instant decidedAt = Instant.EPOCH;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Version
    int version;

    @Override
    public String toString() {
        return REDACTED;
    }
}
