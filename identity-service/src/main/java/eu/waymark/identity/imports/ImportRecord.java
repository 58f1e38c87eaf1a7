package eu.waymark.identity.imports;

import eu.waymark.identity.imports.ImportReport.Imported;
import eu.waymark.identity.imports.ImportReport.Rejection;
import eu.waymark.platform.web.caller.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The report of an import, as it is kept: without the ids of either side. */
@Entity
@Table(name = "import_report")
class ImportRecord {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String agency;

    @Column(updatable = false)
    private String actor;

    @Column(updatable = false)
    private int accepted;

    @Column(updatable = false)
    @Convert(converter = RejectionsAsJson.class)
    private List<Rejection> rejected;

    @Column(name = "imported_at", updatable = false)
    private Instant importedAt;

    protected ImportRecord() {}

    ImportRecord(Caller by, int accepted, List<Rejection> rejected, Instant importedAt) {
        this.id = UUID.randomUUID();
        this.agency = by.agency();
        this.actor = by.subject();
        this.accepted = accepted;
        this.rejected = rejected;
        this.importedAt = importedAt;
    }

    UUID id() {
        return id;
    }

    ImportReport report(@Nullable List<Imported> records) {
        return new ImportReport(id, accepted, rejected, records);
    }
}
