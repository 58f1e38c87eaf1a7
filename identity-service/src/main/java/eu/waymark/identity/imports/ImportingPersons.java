package eu.waymark.identity.imports;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.IdentityProblem;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Opens imports, takes their lines chunk by chunk, and ends them. */
@ApplicationScoped
class ImportingPersons {

    /** Lines of which the answer names the records. */
    static final int MOST_NAMED = 5_000;

    private static final int CHUNK = 1_000;

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final ImportFile file;
    private final TakingChunk taking;
    private final ImportJobs jobs;
    private final ImportRejections rejections;
    private final Clock clock;

    ImportingPersons(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            ImportFile file,
            TakingChunk taking,
            ImportJobs jobs,
            ImportRejections rejections,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.file = file;
        this.taking = taking;
        this.jobs = jobs;
        this.rejections = rejections;
        this.clock = clock;
    }

    /** A whole file in one transaction. Of two imports of one new person at once the second finds it known. */
    ImportReport importAll(String ndjson) throws IOException {
        var target = new ImportFile.Target(UUID.randomUUID(), caller.get());
        var bytes = ndjson.getBytes(StandardCharsets.UTF_8);
        var lines = new LineReader(new ByteArrayInputStream(bytes), 0).next(MOST_NAMED + 1);
        if (lines.size() > MOST_NAMED) {
            throw IdentityProblem.IMPORT_TOO_LARGE.because(
                    "Send at most " + MOST_NAMED + " lines at once, or open an import and send its lines in parts.");
        }
        var chunk = file.read(lines, target);
        return work.run(IdentityEvent.IMPORTED, trail -> {
            permits.require(Action.IMPORT_PERSONS, Relationship.NONE);
            var job = new ImportJob(target.importId(), caller.get(), now());
            jobs.persist(job);
            trail.resource(job.id().toString());
            var imported = taking.take(job, chunk, caller.get(), trail);
            job.become(ImportStatus.COMPLETED, now());
            trail.created(ImportResource.location(job.id()).toString());
            return report(job, imported);
        });
    }

    /** Opens an import under an id that the caller has chosen; repeated, it shows how the import stands. */
    ImportReport open(UUID id) {
        return work.run(IdentityEvent.IMPORT_OPENED, trail -> {
            trail.resource(id.toString());
            permits.require(Action.IMPORT_PERSONS, Relationship.NONE);
            if (jobs.findByIdOptional(id).isEmpty()) {
                jobs.persistAndFlush(new ImportJob(id, caller.get(), now()));
            }
            return report(jobs.own(caller.get().agency(), id), null);
        });
    }

    /**
     * Takes lines in chunks of a thousand, each in a transaction with its event: what is answered or breaks off, whole
     * chunks are taken. While one is written, the next is read.
     *
     * @param from how many lines the import must have taken before
     */
    ImportReport takeLines(UUID id, long from, InputStream body) {
        var report = change(id, IdentityEvent.IMPORT_READ, (job, trail) -> checked(job, from, List.of()));
        var lines = new LineReader(body, from);
        var target = new ImportFile.Target(id, caller.get());
        var imported = new ArrayList<ImportReport.Imported>();
        try (var ahead = new ReadingAhead<>(() -> file.read(lines.next(CHUNK), target))) {
            for (var chunk = next(ahead); chunk.lines() > 0; chunk = next(ahead)) {
                report = take(id, report.lines(), chunk, imported);
            }
        }
        return report.naming(imported.size() <= MOST_NAMED ? imported : null);
    }

    private ImportReport take(UUID id, long at, ImportChunk chunk, List<ImportReport.Imported> imported) {
        return change(id, IdentityEvent.IMPORTED, (job, trail) -> {
            checked(job, at, List.of());
            trail.note("from", Long.toString(at));
            var some = taking.take(job, chunk, caller.get(), trail);
            if (imported.size() <= MOST_NAMED) {
                imported.addAll(some);
            }
            return report(job, List.of());
        });
    }

    private static ImportChunk next(ReadingAhead<ImportChunk> ahead) {
        try {
            return ahead.next();
        } catch (IOException brokenOff) {
            throw CommonProblem.INVALID_REQUEST.because(
                    "The lines broke off. Read how far the import has come, and go on from there.");
        }
    }

    private ImportReport checked(ImportJob job, long from, List<ImportReport.Imported> imported) {
        if (job.status() != ImportStatus.OPEN) {
            throw IdentityProblem.ILLEGAL_TRANSITION.because("The import has ended; open another.");
        }
        if (job.lines() != from) {
            throw IdentityProblem.IMPORT_OFFSET.because(
                    "The import has taken %d lines: go on behind them.".formatted(job.lines()));
        }
        return report(job, imported);
    }

    /** Ends an import. What was taken stays either way. */
    ImportReport end(UUID id, ImportStatus end) {
        return change(id, IdentityEvent.IMPORT_ENDED, (job, trail) -> {
            trail.note("status", end.name());
            if (job.status() != ImportStatus.OPEN && job.status() != end) {
                throw IdentityProblem.ILLEGAL_TRANSITION.because("The import has ended already.");
            }
            job.become(end, now());
            return report(job, null);
        });
    }

    private ImportReport change(UUID id, IdentityEvent event, BiFunction<ImportJob, Trail, ImportReport> change) {
        return work.run(event, trail -> {
            trail.resource(id.toString());
            permits.require(Action.IMPORT_PERSONS, Relationship.NONE);
            return change.apply(jobs.ownToChange(caller.get().agency(), id), trail);
        });
    }

    private ImportReport report(ImportJob job, @Nullable List<ImportReport.Imported> imported) {
        return ImportReport.of(job, rejections.of(job.id(), 0, ReadingImport.MOST_SHOWN), imported);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
