package eu.waymark.register.sealing;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.Caller;
import eu.waymark.register.worker.Worker;
import eu.waymark.register.worker.Workers;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** Who knows of which sealed entry. Only within audited work. */
@Singleton
class SealedWorkers {

    private final EntityManager entities;
    private final Workers workers;

    SealedWorkers(EntityManager entities, Workers workers) {
        this.entities = entities;
        this.workers = workers;
    }

    /** With something to display for each. */
    static List<Worker> shown(List<Worker> workers) {
        return workers.stream()
                .map(worker -> worker.name() == null ? new Worker(worker.subject(), worker.subject()) : worker)
                .toList();
    }

    /** The sealed entries on which somebody is named now, in the agency of today's token. */
    List<UUID> namedOn(Caller who) {
        List<?> ids = Column.of(
                        entities,
                        "select sealing_id from sealing_worker"
                                + " where subject = :subject and agency = :agency and upper_inf(during)",
                        UUID.class)
                .setParameter("subject", who.subject())
                .setParameter("agency", who.agency())
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    List<Worker> of(UUID sealing) {
        List<?> rows = entities.createNativeQuery(
                        "select subject, name from sealing_worker where sealing_id = :sealing and upper_inf(during)"
                                + " order by lower(during), subject",
                        Tuple.class)
                .setParameter("sealing", sealing)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Worker(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    /** Replaces them; the database refuses fewer than two. */
    void name(UUID sealing, List<Worker> named, Caller by) {
        entities.createNativeQuery("select name_sealing_workers(:sealing, cast(:workers as jsonb), :by)", Object.class)
                .setParameter("sealing", sealing)
                .setParameter("workers", workers.json(shown(named)))
                .setParameter("by", by.subject())
                .getSingleResult();
    }
}
