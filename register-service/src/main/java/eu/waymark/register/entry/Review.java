package eu.waymark.register.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A recorded decision about an entry: the only thing that ends one (architecture, invariant 5). */
@Entity
class Review {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String decision = "";
    String reason = "";

    @Column(name = "decided_on")
    LocalDate decidedOn = LocalDate.EPOCH;

    @Column(name = "decided_by")
    String decidedBy = "";

    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;
}
