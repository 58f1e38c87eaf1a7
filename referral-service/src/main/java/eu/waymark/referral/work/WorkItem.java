package eu.waymark.referral.work;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an agency has to do, and its clock. It changes by statements, never as an object that was read before: a
 * reminder that goes out meanwhile must not make whoever does the work fail.
 */
@Entity
@Table(name = "work_item")
class WorkItem {

    @Id
    UUID id = UUID.randomUUID();

    @Column(updatable = false)
    @Convert(converter = WorkKindCode.class)
    WorkKind kind;

    @Column(updatable = false)
    UUID reference;

    @Column(updatable = false)
    UUID personRecordId;

    String agency;

    @Nullable
    String desk;

    @Nullable
    String awaitedBy;

    @Nullable
    String assignedTo;

    @Nullable
    String heldBy;

    @Embedded
    RunningClock running;

    @Nullable
    Instant pausedAt;

    /** Percent of the clock that had gone when the agency was told last. */
    short reminded;

    @Nullable
    Instant escalatedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    String outcome;

    int version;

    @SuppressWarnings("NullAway.Init")
    protected WorkItem() {}

    /** What the agency should have been told last by then; empty when it was, or when nothing runs. */
    Optional<Stage> stageAt(Instant now) {
        if (closedAt != null || pausedAt != null || escalatedAt != null) {
            return Optional.empty();
        }
        return running.stageAt(now).filter(stage -> stage == Stage.ESCALATED || stage.percent() > reminded);
    }

    WorkItem(NewWork work, RunningClock running) {
        this.kind = work.kind();
        this.reference = work.reference();
        this.personRecordId = work.personRecordId();
        this.agency = work.agency();
        this.desk = work.desk();
        this.awaitedBy = work.awaitedBy();
        this.running = running;
    }
}
