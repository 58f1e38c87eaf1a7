package eu.waymark.referral.worker;

import eu.waymark.platform.web.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Days on which somebody is away, and who stands in. */
@Entity
@Table(name = "absence")
class Absence implements Personal {

    enum State {
        PLANNED,
        RUNNING,
        ENDED
    }

    @Id
    UUID id = UUID.randomUUID();

    @Column(updatable = false)
    String worker;

    @Column(updatable = false)
    String agency;

    @Column(updatable = false)
    LocalDate firstDay;

    @Column(updatable = false)
    LocalDate lastDay;

    /** The first day begins, and the one after the last, where the agency is. */
    @Column(updatable = false)
    Instant beginsAt;

    @Column(updatable = false)
    Instant endsAt;

    @Nullable
    String deputy;

    @Enumerated(EnumType.STRING)
    State state = State.PLANNED;

    @Column(updatable = false)
    String enteredBy;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    Absence(String worker, String agency, EnterAbsence asked, Instant beginsAt, Instant endsAt, String enteredBy) {
        this.worker = worker;
        this.agency = agency;
        this.firstDay = asked.firstDay();
        this.lastDay = asked.lastDay();
        this.beginsAt = beginsAt;
        this.endsAt = endsAt;
        this.deputy = asked.deputy();
        this.enteredBy = enteredBy;
    }

    /** Moves with the time; whether that changed anything. One that was never seen running is over all the same. */
    boolean turn(Instant now) {
        var next = !endsAt.isAfter(now) ? State.ENDED : beginsAt.isAfter(now) ? State.PLANNED : State.RUNNING;
        if (state == State.ENDED || state == next) {
            return false;
        }
        state = next;
        return true;
    }

    @Override
    public String toString() {
        return REDACTED;
    }
}
