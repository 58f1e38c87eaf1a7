package eu.waymark.referral.supervision;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What was said with a worker about the work, perhaps about a child. Its texts are ciphertext here. */
@Entity
@DynamicUpdate
@Table(name = "supervision_record")
class SupervisionRecord implements Personal {

    static final String REFLECTIVE = "reflective";
    static final String OVERSIGHT = "oversight";

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "key_id")
    UUID keyId = new UUID(0, 0);

    @Column(name = "person_record_id")
    @Nullable
    UUID personRecordId;

    String agency = "";
    String kind = "";
    String worker = "";
    String author = "";

    @Column(name = "held_on")
    LocalDate heldOn = LocalDate.EPOCH;

    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;

    byte[] text = {};

    @Version
    int version;

    @Override
    public String toString() {
        return REDACTED;
    }
}
