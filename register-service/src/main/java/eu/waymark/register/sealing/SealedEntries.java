package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.audit.PersonTags;
import eu.waymark.platform.persistence.audit.Trail;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.paging.Cursor;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.platform.web.problem.ProblemException;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.ReadingAsHolder;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The sealed entries on which the caller is named; of others the database shows no row. Whoever asks, the event hides who was
 * asked for and by which agency.
 */
@Singleton
class SealedEntries implements PanacheRepositoryBase<Sealing, UUID> {

    private final SealedWorkers workers;
    private final ReadingAsHolder reading;
    private final SealedTexts texts;
    private final Directory directory;
    private final PersonTags tags;
    private final CurrentCaller caller;

    SealedEntries(
            SealedWorkers workers,
            ReadingAsHolder reading,
            SealedTexts texts,
            Directory directory,
            PersonTags tags,
            CurrentCaller caller) {
        this.workers = workers;
        this.reading = reading;
        this.texts = texts;
        this.directory = directory;
        this.tags = tags;
        this.caller = caller;
    }

    /** One of the caller's; unknown and others' answer alike. */
    Sealing named(UUID id, Trail trail) {
        trail.conceal();
        trail.resource(id.toString());
        if (!workers.namedOn(caller.get()).contains(id)) {
            throw unknown();
        }
        reading.require();
        var sealing = findById(id);
        tags.find(sealing.personRecordId).ifPresent(trail::about);
        return sealing;
    }

    /** One of the caller's that stands, which nobody else changes until the end of the transaction. */
    Sealing standing(UUID id, Trail trail) {
        var sealing = named(id, trail);
        getEntityManager().refresh(sealing, LockModeType.PESSIMISTIC_WRITE);
        if (!sealing.isStanding()) {
            throw RegisterProblem.ILLEGAL_TRANSITION.because("The entry is no longer sealed.");
        }
        return sealing;
    }

    List<Sealing> named(Trail trail, Optional<Cursor> after, int limit) {
        trail.conceal();
        reading.require();
        var ids = workers.namedOn(caller.get());
        if (ids.isEmpty()) {
            return List.of();
        }
        var page = after.map(cursor -> find(
                        "id in ?1 and (sealedAt, id) < (?2, ?3) order by sealedAt desc, id desc",
                        ids,
                        cursor.time(),
                        cursor.id()))
                .orElseGet(() -> find("id in ?1 order by sealedAt desc, id desc", ids));
        return page.range(0, limit).list();
    }

    /** For what waits for somebody who is not named yet: their role and purpose are asked all the same. */
    void requireReader() {
        reading.require();
    }

    List<UUID> namedIds() {
        return workers.namedOn(caller.get());
    }

    void trace(List<Sealing> shown, Trail trail) {
        tags.find(shown.stream().map(sealing -> sealing.personRecordId).toList())
                .forEach(trail::about);
        trail.returned(shown.size());
    }

    SealedEntryView view(Sealing sealing) {
        return new SealedEntryView(
                sealing.id,
                sealing.entryId,
                sealing.personRecordId,
                sealing.responsible,
                directory.measure(sealing.measure),
                sealing.harms,
                sealing.risk,
                sealing.startedOn,
                sealing.reviewDueOn,
                texts.open(sealing.id, sealing.summary),
                texts.open(sealing.id, sealing.reason),
                workers.of(sealing.id),
                sealing.sealedAt,
                sealing.unsealedAt,
                sealing.version);
    }

    static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such sealed entry, or none that you may know of.");
    }
}
