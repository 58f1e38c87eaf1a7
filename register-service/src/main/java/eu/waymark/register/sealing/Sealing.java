package eu.waymark.register.sealing;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The truth behind an entry that everybody else goes on seeing as it was. The database makes and ends it. */
@Entity
@DynamicUpdate
class Sealing implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id", updatable = false)
    UUID entryId = new UUID(0, 0);

    @Column(name = "person_record_id", updatable = false)
    UUID personRecordId = new UUID(0, 0);

    @Column(updatable = false)
    String responsible = "";

    String measure = "";
    List<String> harms = List.of();
    String risk = "";

    @Column(name = "started_on", updatable = false)
    LocalDate startedOn = LocalDate.EPOCH;

    @Column(name = "review_due_on")
    LocalDate reviewDueOn = LocalDate.EPOCH;

    byte[] summary = {};

    @Column(updatable = false)
    byte[] reason = {};

    @Column(name = "sealed_at", updatable = false)
    Instant sealedAt = Instant.EPOCH;

    @Column(name = "unsealed_at", updatable = false)
    @Nullable
    Instant unsealedAt;

    @Version
    int version;

    boolean isStanding() {
        return unsealedAt == null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
