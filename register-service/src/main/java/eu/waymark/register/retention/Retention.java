package eu.waymark.register.retention;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Until when an entry that has ended is kept. */
@Entity
class Retention implements Personal {

    @Id
    @Column(name = "entry_id")
    UUID entryId = new UUID(0, 0);

    String holder = "";
    String rule = "";

    @Column(name = "rule_from")
    LocalDate ruleFrom = LocalDate.EPOCH;

    @Column(name = "due_on")
    LocalDate dueOn = LocalDate.EPOCH;

    @Column(name = "warn_on")
    LocalDate warnOn = LocalDate.EPOCH;

    @Column(name = "warned_at")
    @Nullable
    Instant warnedAt;

    boolean held;

    @Column(name = "let_go_at")
    @Nullable
    Instant letGoAt;

    @Version
    int version;

    /** Keeps it longer; its owner is warned once more. */
    void extend(LocalDate until, int warnDays) {
        dueOn = until;
        warnOn = until.minusDays(warnDays);
        warnedAt = null;
        letGoAt = null;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
