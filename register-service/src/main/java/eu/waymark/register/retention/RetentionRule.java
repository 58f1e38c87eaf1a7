package eu.waymark.register.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** How long a place keeps what is ended. */
@Entity
@Table(name = "retention_rule")
class RetentionRule {

    @Id
    String place = "";

    int months;

    @Column(name = "warn_days")
    int warnDays;

    String source = "";
    boolean confirmed;

    LocalDate dueFrom(LocalDate end) {
        return end.plusMonths(months);
    }
}
