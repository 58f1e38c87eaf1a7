package eu.waymark.identity.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The reports of imports. */
@ApplicationScoped
class ImportRecords implements PanacheRepositoryBase<ImportRecord, UUID> {}
