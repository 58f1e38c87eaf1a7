package eu.waymark.referral.referral;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What one section said from then on. A change is a new revision: nothing that was written is lost. */
@Entity(name = "ReferralSectionRevision")
@Table(name = "referral_section")
class SectionRevision implements Personal {

    @Id
    UUID id;

    UUID referralId;

    @Enumerated(EnumType.STRING)
    Section section;

    int revision;
    byte[] content;
    boolean shared;
    String writtenBy;
    Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected SectionRevision() {}

    @Override
    public String toString() {
        return REDACTED;
    }
}
