package eu.waymark.register.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a place keeps what ends, from a day on. Two registrars change it. */
@Entity
@Table(name = "retention_rule")
class RetentionRule {

    static final String ANY = "ANY";

    /** Which place, and since when. */
    @Embeddable
    record Key(String place, @Column(name = "valid_from") LocalDate validFrom) {}

    @EmbeddedId
    Key key = new Key(ANY, LocalDate.EPOCH);

    int months;

    @Column(name = "warn_days")
    int warnDays;

    @Column(name = "valid_to")
    @Nullable
    LocalDate validTo;

    LocalDate dueFrom(LocalDate end) {
        return end.plusMonths(months);
    }
}
