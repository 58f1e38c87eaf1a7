package eu.waymark.register.entry;

import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.register.barrier.Barriers;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries.Told;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How entries stood at each time. Who was responsible once goes on reading what was so in its own time, and nothing later
 * (feature F4). Only within audited work.
 */
@Singleton
public class EntryHistory {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final EntityManager entities;
    private final Entries entries;
    private final ReadingAsHolder reading;
    private final Directory directory;
    private final Permits permits;
    private final CurrentCaller caller;
    private final Barriers barriers;

    EntryHistory(
            EntityManager entities,
            Entries entries,
            ReadingAsHolder reading,
            Directory directory,
            Permits permits,
            CurrentCaller caller,
            Barriers barriers) {
        this.entities = entities;
        this.entries = entries;
        this.reading = reading;
        this.directory = directory;
        this.permits = permits;
        this.caller = caller;
        this.barriers = barriers;
    }

    /** What an entry says, as it stood when an agency was last responsible for it. */
    public Told tellAsHeldBy(String agency, UUID id) {
        var last = lastHeldBy(agency, id).orElseThrow(Entries::unknown);
        return new Told(directory.measure(last.measure), last.harms, last.risk, last.status, summary(last));
    }

    /**
     * An entry as the caller's agency may read it: as it stands, or as it stood when the agency passed it on.
     *
     * @throws eu.waymark.platform.web.problem.ProblemException 404 for one that is unknown and for another's alike
     */
    EntryView read(UUID id, Trail trail) {
        trail.resource(id.toString());
        var agency = caller.get().agency();
        if (entries.isHeldBy(agency, id)) {
            return entries.view(reading.entry(id, trail));
        }
        var last = lastHeldBy(agency, id)
                .filter(found -> barriers.isNoneBefore(id))
                .orElseThrow(Entries::unknown);
        entries.trace(List.of(id), trail);
        permits.requireLevel("SUMMARY", Relationship.FORMER_HOLDER);
        var passedOn = entities.find(EntryVersion.class, new EntryVersion.Key(id, last.key.version() + 1)).writtenAt;
        return EntryView.of(last, entries.findById(id), directory.measure(last.measure), summary(last), passedOn);
    }

    /** All versions of an entry, newest first. */
    List<EntryVersion> of(UUID id, Optional<Cursor> after, int limit) {
        return entities.createQuery(
                        "from EntryVersion where key.entryId = :id and writtenAt < :before order by writtenAt desc",
                        EntryVersion.class)
                .setParameter("id", id)
                .setParameter("before", after.map(Cursor::time).orElse(END_OF_TIME))
                .setMaxResults(limit + 1)
                .getResultList();
    }

    EntryVersionView view(EntryVersion version) {
        return EntryVersionView.of(version, directory.measure(version.measure), summary(version));
    }

    private Optional<EntryVersion> lastHeldBy(String agency, UUID id) {
        return entities.createQuery(
                        "from EntryVersion where key.entryId = :id and holder = :agency order by key.version desc",
                        EntryVersion.class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private String summary(EntryVersion version) {
        return entries.summary(version.key.entryId(), version.sealedSummary());
    }
}
