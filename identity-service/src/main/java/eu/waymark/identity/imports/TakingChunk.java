package eu.waymark.identity.imports;

import eu.waymark.identity.imports.ImportReport.Imported;
import eu.waymark.identity.record.IdDigest;
import eu.waymark.identity.record.PersonRecord;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the records of some lines in the running transaction. A person whom the agency has imported before keeps the
 * record of that time, unchanged. No search comes before (architecture, part 6); the database queues each new record for one.
 */
@ApplicationScoped
class TakingChunk {

    private final PersonRecords persons;
    private final ImportRejections rejections;
    private final Clock clock;

    TakingChunk(PersonRecords persons, ImportRejections rejections, Clock clock) {
        this.persons = persons;
        this.rejections = rejections;
        this.clock = clock;
    }

    /** The records of the lines, those that were there before too, in the order of the lines. */
    List<Imported> take(ImportJob job, ImportChunk chunk, Caller by, Trail trail) {
        var rejected = new ArrayList<>(chunk.rejected());
        var lines = byHash(chunk, rejected);
        var known = persons.byExternalIds(
                by, lines.values().stream().map(ImportChunk.Numbered::hashes).toList());
        known.forEach((hash, record) -> {
            if (job.id().equals(record.importId())) {
                var again = lines.remove(hash);
                if (again != null) {
                    rejected.add(LineFault.DUPLICATE_ID.at(again.number()));
                }
            }
        });
        var added = added(lines, known);
        rejected.forEach(one -> rejections.persist(new ImportRejection(job.id(), one)));
        job.take(
                chunk.lines(),
                added.size(),
                lines.size() - added.size(),
                rejected.size(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        trail.returned(added.size());
        trail.note("records", IdDigest.of(added.values().stream().map(PersonRecord::id)));
        return imported(lines, known, added);
    }

    private Map<String, ImportChunk.Numbered> byHash(ImportChunk chunk, List<ImportReport.Rejection> rejected) {
        var lines = new LinkedHashMap<String, ImportChunk.Numbered>();
        for (var line : chunk.good()) {
            if (lines.putIfAbsent(line.hashes().getFirst(), line) != null) {
                rejected.add(LineFault.DUPLICATE_ID.at(line.number()));
            }
        }
        return lines;
    }

    private Map<String, PersonRecord> added(
            Map<String, ImportChunk.Numbered> lines, Map<String, PersonRecords.ExternallyKnown> known) {
        var newcomers = lines.entrySet().stream()
                .filter(line -> !known.containsKey(line.getKey()))
                .map(line -> line.getValue().newcomer())
                .toList();
        return persons.add(newcomers).stream()
                .collect(Collectors.toMap(PersonRecord::externalIdHash, record -> record));
    }

    private static List<Imported> imported(
            Map<String, ImportChunk.Numbered> lines,
            Map<String, PersonRecords.ExternallyKnown> known,
            Map<String, PersonRecord> added) {
        var imported = new ArrayList<Imported>();
        lines.forEach((hash, line) -> {
            var fresh = added.get(hash);
            var before = known.get(hash);
            if (fresh != null) {
                imported.add(new Imported(line.externalId(), fresh.id()));
            } else if (before != null) {
                imported.add(new Imported(line.externalId(), before.id()));
            }
        });
        return imported;
    }
}
