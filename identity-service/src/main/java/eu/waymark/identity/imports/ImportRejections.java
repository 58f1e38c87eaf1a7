package eu.waymark.identity.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The lines that imports left out. */
@ApplicationScoped
class ImportRejections implements PanacheRepositoryBase<ImportRejection, ImportRejection.Key> {

    /** In the order of the file. */
    List<ImportReport.Rejection> of(UUID job, long afterLine, int most) {
        return find("importId = ?1 and line > ?2 order by line", job, afterLine).page(0, most).list().stream()
                .map(ImportRejection::view)
                .toList();
    }
}
