package eu.waymark.referral.assessment;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A section as somebody wrote it. Versions are only ever added. */
@Entity
@Immutable
@Table(name = "assessment_section_version")
class SectionVersion implements Personal {

    @Embeddable
    record Key(UUID sectionId, int number) {}

    @EmbeddedId
    private Key key;

    private byte[] content;
    private String writtenBy;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected SectionVersion() {}

    SectionVersion(Key key, byte[] content, String writtenBy, Instant writtenAt) {
        this.key = key;
        this.content = content;
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    int number() {
        return key.number();
    }

    byte[] content() {
        return content;
    }

    String writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
