package eu.waymark.identity.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A line that was left out. */
@Entity
@Table(name = "import_rejection")
@IdClass(ImportRejection.Key.class)
class ImportRejection {

    @Id
    @Column(name = "import_id")
    private UUID importId;

    @Id
    private long line;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private String detail;

    @SuppressWarnings("NullAway.Init")
    protected ImportRejection() {}

    ImportRejection(UUID importId, ImportReport.Rejection rejection) {
        this.importId = importId;
        this.line = rejection.line();
        this.code = rejection.code();
        this.detail = rejection.detail();
    }

    /** Which line of which import. */
    record Key(UUID importId, long line) {}

    ImportReport.Rejection view() {
        return new ImportReport.Rejection(line, code, detail);
    }
}
