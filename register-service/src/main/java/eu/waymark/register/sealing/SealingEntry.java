package eu.waymark.register.sealing;

import eu.waymark.access.Action;
import eu.waymark.access.Relationship;
import eu.waymark.platform.persistence.access.Permits;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.platform.web.problem.CommonProblem;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import eu.waymark.register.sealing.SealingsResource.NewSealing;
import eu.waymark.register.worker.Worker;
import eu.waymark.register.worker.Workers;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Seals an entry. Nothing here learns whether it was sealed before, and its event is that of naming workers, so that the old
 * agency's compliance cannot tell either.
 */
@Singleton
class SealingEntry {

    private final Permits permits;
    private final Entries entries;
    private final Workers workers;
    private final Directory directory;
    private final SealedTexts texts;
    private final EntityManager entities;
    private final AuditedWork audited;
    private final CurrentCaller caller;

    SealingEntry(
            Permits permits,
            Entries entries,
            Workers workers,
            Directory directory,
            SealedTexts texts,
            EntityManager entities,
            AuditedWork audited,
            CurrentCaller caller) {
        this.permits = permits;
        this.entries = entries;
        this.workers = workers;
        this.directory = directory;
        this.texts = texts;
        this.entities = entities;
        this.audited = audited;
        this.caller = caller;
    }

    void seal(UUID entry, NewSealing request) {
        audited.run(RegisterEvent.ENTRY_WORKERS_NAMED, trail -> {
            var held = entries.requireHeld(caller.get().agency(), entry, trail);
            permits.require(Action.SEAL_ENTRY, Relationship.HOLDER);
            held.requireActive();
            requireNamed(entry);
            requireTwo(request.workers());
            requireReceiver(request.responsible());
            write(entry, request);
            // As naming the same people again would say.
            trail.returned(workers.of(entry).size());
            return entry;
        });
    }

    /** Of an entry that is its whole agency's, all of the agency would notice that it is told no more. */
    private void requireNamed(UUID entry) {
        if (!workers.hasBeenNamed(entry)) {
            throw RegisterProblem.NO_NAMED_WORKER.because(
                    "Name who works on the entry at /workers first, so that others' looks are not for the whole agency.");
        }
    }

    static void requireTwo(List<Worker> workers) {
        if (workers.stream().map(Worker::subject).distinct().count() < workers.size()) {
            throw CommonProblem.INVALID_FIELDS
                    .because("Two different people know at least.")
                    .at("workers", "must name each person once");
        }
    }

    private void requireReceiver(String responsible) {
        var isNational = directory
                .countryOfHolder(responsible)
                .filter(caller.get().country()::equals)
                .isPresent();
        if (!isNational) {
            throw RegisterProblem.NO_RECEIVER
                    .because("An entry is sealed to a child protection agency of your own country.")
                    .at("responsible", "is not such an agency");
        }
    }

    private void write(UUID entry, NewSealing request) {
        var sealing = UUID.randomUUID();
        var key = texts.newKey(sealing);
        entities.createNativeQuery(
                        "select seal_entry(:entry, :sealing, :by, :agency, cast(:workers as jsonb), :key, :told, :why)",
                        Object.class)
                .setParameter("entry", entry)
                .setParameter("sealing", sealing)
                .setParameter("by", caller.get().subject())
                .setParameter("agency", request.responsible())
                .setParameter("workers", workers.json(SealedWorkers.shown(request.workers())))
                .setParameter("key", key)
                .setParameter(
                        "told", texts.seal(sealing, key, entries.tell(entry).summary()))
                .setParameter("why", texts.seal(sealing, key, request.reason()))
                .getSingleResult();
    }
}
