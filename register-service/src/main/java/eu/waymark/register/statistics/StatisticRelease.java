package eu.waymark.register.statistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The tables of one closed quarter, for ever. */
@Entity
@Table(name = "statistic_release")
class StatisticRelease {

    @Id
    UUID id = new UUID(0, 0);

    String quarter = "";
    int k;

    @Column(name = "computed_at")
    Instant computedAt = Instant.EPOCH;
}
