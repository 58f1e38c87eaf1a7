package eu.waymark.referral.work;

import eu.waymark.referral.clock.Due;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that an agency has to do, and its clock. */
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
    Instant startedAt;

    @Nullable
    Instant dueAt;

    @Nullable
    String dueRule;

    @Nullable
    Instant closedAt;

    @Nullable
    String outcome;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init")
    protected WorkItem() {}

    WorkItem(NewWork work) {
        this.kind = work.kind();
        this.reference = work.reference();
        this.personRecordId = work.personRecordId();
        this.agency = work.agency();
        this.startedAt = work.startedAt();
        run(work.startedAt(), work.due());
    }

    void run(Instant from, @Nullable Due due) {
        startedAt = from;
        dueAt = due == null ? null : due.at();
        dueRule = due == null ? null : due.rule();
    }

    void close(Instant at, String as) {
        closedAt = at;
        outcome = as;
    }
}
