package eu.waymark.referral.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A rule document that was put in force: a version may be so again and again. */
@Entity
@Immutable
@Table(name = "rule_publication")
class Publication {

    @Id
    UUID id = new UUID(0, 0);

    String version = "";
    String document = "";
    Instant validFrom = Instant.EPOCH;
    Instant publishedAt = Instant.EPOCH;
}
