package eu.waymark.register.look;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That somebody found an entry, and why. */
@Entity
class Look implements Personal {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    @Column(name = "asked_by")
    String askedBy = "";

    @Column(name = "asker_name")
    String askerName = "";

    String agency = "";
    String country = "";
    String purpose = "";
    Instant at = Instant.EPOCH;

    @Override
    public String toString() {
        return REDACTED;
    }
}
