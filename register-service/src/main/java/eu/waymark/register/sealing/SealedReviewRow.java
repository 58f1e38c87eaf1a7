package eu.waymark.register.sealing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** That a sealed entry was reviewed, by whom and when. */
@Entity
@Table(name = "sealing_review")
class SealedReviewRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "sealing_id")
    UUID sealingId = new UUID(0, 0);

    @Column(name = "decided_on")
    LocalDate decidedOn = LocalDate.EPOCH;

    @Column(name = "decided_by")
    String decidedBy = "";

    @Column(name = "written_at")
    Instant writtenAt = Instant.EPOCH;
}
