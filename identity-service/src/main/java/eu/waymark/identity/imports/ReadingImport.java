package eu.waymark.identity.imports;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows an agency what became of its imports. */
@ApplicationScoped
class ReadingImport {

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final ImportRecords reports;

    ReadingImport(AuditedWork work, CurrentCaller caller, ImportRecords reports) {
        this.work = work;
        this.caller = caller;
        this.reports = reports;
    }

    ImportReport read(UUID id) {
        return work.run(IdentityEvent.IMPORT_READ, trail -> {
            trail.resource(id.toString());
            return reports.find("id = ?1 and agency = ?2", id, caller.get().agency())
                    .firstResultOptional()
                    .orElseThrow(() ->
                            CommonProblem.NOT_FOUND.because("There is nothing here, or nothing that you may know of."))
                    .report(null);
        });
    }
}
