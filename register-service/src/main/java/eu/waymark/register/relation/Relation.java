package eu.waymark.register.relation;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an agency works with a child, and since when; no more if it has ended. */
@Entity
class Relation implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "person_record_id")
    UUID personRecordId = new UUID(0, 0);

    String agency = "";
    String kind = "";

    @Column(name = "begun_at")
    Instant begunAt = Instant.EPOCH;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Override
    public String toString() {
        return REDACTED;
    }
}
