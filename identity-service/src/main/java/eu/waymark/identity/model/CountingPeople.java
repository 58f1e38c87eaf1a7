package eu.waymark.identity.model;

import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.record.FoundPerson;
import eu.waymark.identity.record.IdDigest;
import eu.waymark.identity.record.OpenRecords;
import eu.waymark.matching.index.KeyedTerms;
import eu.waymark.matching.score.CountedBirths;
import eu.waymark.platform.persistence.audit.AuditedWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads everybody once, each batch an event, and keeps counts and a sample. */
@ApplicationScoped
class CountingPeople {

    private static final int BATCH = 2_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final OpenRecords records;
    private final AuditedWork work;

    CountingPeople(OpenRecords records, AuditedWork work) {
        this.records = records;
        this.work = work;
    }

    /** What a reading gathers. */
    record Gathered(KeyedTerms terms, CountedBirths births, FamilySample sample) {}

    void into(Gathered gathered) {
        var last = BEFORE_ALL;
        for (var page = page(last, gathered); !page.isEmpty(); page = page(last, gathered)) {
            last = page.getLast().id();
        }
    }

    private List<FoundPerson> page(UUID after, Gathered gathered) {
        return work.runAsSystem(IdentityEvent.MODEL_READ, trail -> {
            var page = records.after(after, BATCH);
            for (var person : page) {
                var who = records.open(person).forMatching();
                gathered.terms().add(who);
                gathered.births().count(who);
                gathered.sample().offer(person.id(), who);
            }
            trail.returned(page.size());
            trail.note("records", IdDigest.of(page.stream().map(FoundPerson::id)));
            return page;
        });
    }
}
