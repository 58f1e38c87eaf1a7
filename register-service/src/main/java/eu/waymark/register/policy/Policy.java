package eu.waymark.register.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An access policy that was published: a version may be so again and again. */
@Entity
@Immutable
@Table(name = "policy_publication")
class Policy {

    @Id
    UUID id = new UUID(0, 0);

    String version = "";
    String document = "";

    @Column(name = "valid_from")
    Instant validFrom = Instant.EPOCH;

    @Column(name = "published_at")
    Instant publishedAt = Instant.EPOCH;
}
