package eu.waymark.identity.imports;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows an agency how its imports stand. */
@ApplicationScoped
class ReadingImport {

    static final int MOST_SHOWN = 1_000;

    private final AuditedWork work;
    private final CurrentCaller caller;
    private final ImportJobs jobs;
    private final ImportRejections rejections;

    ReadingImport(AuditedWork work, CurrentCaller caller, ImportJobs jobs, ImportRejections rejections) {
        this.work = work;
        this.caller = caller;
        this.jobs = jobs;
        this.rejections = rejections;
    }

    ImportReport read(UUID id) {
        return work.run(IdentityEvent.IMPORT_READ, trail -> {
            trail.resource(id.toString());
            var job = jobs.own(caller.get().agency(), id);
            return ImportReport.of(job, rejections.of(id, 0, MOST_SHOWN), null);
        });
    }

    RejectedLines rejections(UUID id, long afterLine) {
        return work.run(IdentityEvent.IMPORT_READ, trail -> {
            trail.resource(id.toString());
            jobs.own(caller.get().agency(), id);
            return RejectedLines.of(rejections.of(id, afterLine, MOST_SHOWN + 1));
        });
    }
}
