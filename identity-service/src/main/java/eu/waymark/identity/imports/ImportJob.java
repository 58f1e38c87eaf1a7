package eu.waymark.identity.imports;

import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** How far an import has come. */
@Entity
@Table(name = "import_job")
class ImportJob {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private String actor;

    @Enumerated(EnumType.STRING)
    private ImportStatus status = ImportStatus.OPEN;

    @Column
    private long lines;

    @Column
    private long accepted;

    @Column
    private long known;

    @Column
    private long rejected;

    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ImportJob() {}

    ImportJob(UUID id, Caller by, Instant now) {
        this.id = id;
        this.agency = by.agency();
        this.actor = by.subject();
        this.openedAt = now;
        this.changedAt = now;
    }

    void take(long more, long moreAccepted, long moreKnown, long moreRejected, Instant now) {
        lines += more;
        accepted += moreAccepted;
        known += moreKnown;
        rejected += moreRejected;
        changedAt = now;
    }

    void become(ImportStatus end, Instant now) {
        status = end;
        changedAt = now;
    }

    boolean isOf(String otherAgency) {
        return agency.equals(otherAgency);
    }

    UUID id() {
        return id;
    }

    ImportStatus status() {
        return status;
    }

    long lines() {
        return lines;
    }

    long accepted() {
        return accepted;
    }

    long known() {
        return known;
    }

    long rejected() {
        return rejected;
    }

    Instant changedAt() {
        return changedAt;
    }
}
