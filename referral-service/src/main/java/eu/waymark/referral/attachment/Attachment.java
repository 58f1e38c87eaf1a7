package eu.waymark.referral.attachment;

import eu.waymark.platform.web.Personal;
import eu.waymark.referral.referral.Section;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of a referral. Its content is ciphertext, in chunks of its own table. */
@Entity
@Table(name = "attachment")
class Attachment implements Personal {

    @Id
    UUID id;

    UUID referralId;

    @Enumerated(EnumType.STRING)
    Section section;

    String mediaType;
    long sizeBytes;

    @Column(name = "sha256")
    byte[] sha256;

    byte[] fileKey;
    byte @Nullable [] title;
    String addedBy;
    Instant addedAt;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {}

    @Override
    public String toString() {
        return REDACTED;
    }
}
