package eu.waymark.identity.imports;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.imports.ImportReport.Imported;
import eu.waymark.identity.record.IdDigest;
import eu.waymark.identity.record.PersonRecords;
import eu.waymark.identity.record.PersonRecords.Entrant;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.platform.web.caller.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes the records of a whole file in one transaction. A person whom the agency has imported before keeps the record of
 * that time, unchanged. No search comes before (architecture, part 6).
 */
@ApplicationScoped
class ImportingPersons {

    private final AuditedWork work;
    private final Permits permits;
    private final CurrentCaller caller;
    private final ImportFile file;
    private final PersonRecords persons;
    private final ImportRecords reports;
    private final Clock clock;

    ImportingPersons(
            AuditedWork work,
            Permits permits,
            CurrentCaller caller,
            ImportFile file,
            PersonRecords persons,
            ImportRecords reports,
            Clock clock) {
        this.work = work;
        this.permits = permits;
        this.caller = caller;
        this.file = file;
        this.persons = persons;
        this.reports = reports;
        this.clock = clock;
    }

    /** Of two imports of one new person at once the second is refused as a conflict, and may be sent again. */
    ImportReport importAll(String ndjson) {
        var content = file.read(ndjson);
        return work.run(IdentityEvent.IMPORTED, trail -> {
            permits.require(Action.IMPORT_PERSONS, Relationship.NONE);
            var by = caller.get();
            var imported = imported(by, content.lines());
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var report = new ImportRecord(by, imported.size(), content.rejected(), now);
            reports.persist(report);
            trail.resource(report.id().toString());
            trail.returned(imported.size());
            trail.note("records", IdDigest.of(imported.stream().map(Imported::recordId)));
            trail.created(ImportResource.location(report.id()).toString());
            return report.report(imported);
        });
    }

    private List<Imported> imported(Caller by, List<ImportLine> lines) {
        var byHash = lines.stream()
                .collect(Collectors.toMap(
                        line -> persons.externalIdHash(by, line.externalId()),
                        line -> line,
                        (first, repeated) -> first,
                        LinkedHashMap::new));
        var known = new HashMap<>(persons.idsByExternalIdHash(by, byHash.keySet()));
        var unknown = byHash.entrySet().stream()
                .filter(line -> !known.containsKey(line.getKey()))
                .map(line -> new Entrant(line.getValue().demographics(), line.getKey()))
                .toList();
        persons.add(by, unknown).forEach(added -> known.put(added.externalIdHash(), added.id()));
        return byHash.entrySet().stream()
                .map(line ->
                        new Imported(line.getValue().externalId(), Objects.requireNonNull(known.get(line.getKey()))))
                .toList();
    }
}
