package eu.waymark.referral.work;

import eu.waymark.platform.persistence.query.Column;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Who does the open work of somebody who is away, is back, or has left. Only inside audited work. */
@ApplicationScoped
public class WorkHolders {

    private static final String RELEASE = """
            update work_item set assigned_to = null, held_by = null, version = version + 1
             where assigned_to = :worker and agency = :agency and closed_at is null returning id""";

    /** What the person was given, what the person does for others, and what is of those for whom the person stands in. */
    private static final String RECOMPUTE = """
            update work_item set held_by = work_doer(assigned_to, reference), version = version + 1
             where id in (
                select id from work_item where assigned_to = :worker and closed_at is null
                union
                select id from work_item where held_by = :worker and closed_at is null
                union
                select w.id from absence a join work_item w on w.assigned_to = a.worker and w.closed_at is null
                 where a.deputy = :worker and a.state = 'RUNNING')
               and held_by is distinct from work_doer(assigned_to, reference) returning id""";

    private static final String TAKE = """
            update work_item set assigned_to = case when assigned_to = :worker then null else assigned_to end, held_by = null,
                version = version + 1
             where reference = :reference and closed_at is null and (assigned_to = :worker or held_by = :worker)""";

    private final EntityManager entities;

    WorkHolders(EntityManager entities) {
        this.entities = entities;
    }

    /** Gives what was the worker's back to the desks of the agency; returns the items that went back. */
    public List<UUID> release(String worker, String agency) {
        return Column.of(entities, RELEASE, UUID.class)
                .setParameter("worker", worker)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
    }

    /** Puts what is open about a thing back on its desk where the worker, who is kept from it from now on, has it. */
    public void take(UUID reference, String worker) {
        entities.createNativeQuery(TAKE)
                .setParameter("reference", reference)
                .setParameter("worker", worker)
                .executeUpdate();
    }

    /** Puts open work into the hands of whoever is there, once it has changed who is; returns the items that moved. */
    public List<UUID> recompute(String worker) {
        return Column.of(entities, RECOMPUTE, UUID.class).setParameter("worker", worker).getResultList().stream()
                .map(UUID.class::cast)
                .toList();
    }
}
