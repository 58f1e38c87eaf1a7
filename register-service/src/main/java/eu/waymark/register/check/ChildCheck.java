package eu.waymark.register.check;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody asked, and what the answer was; never what was asked for. */
@Entity
@Table(name = "child_check")
class ChildCheck {

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "asked_by")
    String askedBy = "";

    String agency = "";
    String country = "";
    String purpose = "";

    @Column(name = "asked_at")
    Instant askedAt = Instant.EPOCH;

    @Column(name = "protected")
    boolean isProtected;

    @Nullable
    String result;
}
