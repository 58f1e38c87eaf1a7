package eu.waymark.referral.support;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an item of a child's package stood from then on. */
@Entity
@Table(name = "support_step")
class SupportStep implements Personal {

    @Id
    UUID id;

    UUID personRecordId;
    UUID referralId;
    String item;

    @Enumerated(EnumType.STRING)
    SupportState state;

    byte @Nullable [] reason;
    String agency;
    String recordedBy;
    Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected SupportStep() {}

    @Override
    public String toString() {
        return REDACTED;
    }
}
