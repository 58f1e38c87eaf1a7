package eu.waymark.referral.running;

import eu.waymark.clocks.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks of work items, and what happened to them. Only inside audited work. */
@ApplicationScoped
class RunningClocks {

    private static final String FIND = """
            select id, kind, person_record_id, agency, started_at, due_rule, closed_at, version,
                (select paused_at from clock_pause where work_item_id = work_item.id and resumed_at is null) from work_item
             where (id = :id or reference = :id) and due_rule like '%/%' and agency = :agency
             order by closed_at desc nulls first, started_at desc, id limit 1""";
    private static final String STOPS = """
            select paused_at, resumed_at, reason from clock_pause where work_item_id = :item and resumed_at > paused_at
             order by paused_at""";
    private static final String EXCEPTIONS = """
            select reason, from_rule, to_rule, given_at from clock_exception where work_item_id = :item order by given_at""";
    private final EntityManager entities;

    RunningClocks(EntityManager entities) {
        this.entities = entities;
    }

    /** Of an agency's own work, by the item or by what the work is about; what is still open before what is closed. */
    Optional<RunningClock> find(UUID id, String agency) {
        List<?> rows = entities.createNativeQuery(FIND, Object[].class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(this::clock).findFirst();
    }

    private RunningClock clock(Object[] row) {
        var rule = ((String) row[5]).split("/", 2);
        return new RunningClock(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                (String) row[3],
                (Instant) row[4],
                rule[0],
                rule[1],
                (Instant) row[6],
                (Integer) row[7],
                stops((UUID) row[0]),
                (@Nullable Instant) row[8],
                exceptions((UUID) row[0]));
    }

    private List<Pause> stops(UUID item) {
        List<?> rows = entities.createNativeQuery(STOPS, Object[].class)
                .setParameter("item", item)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Pause((Instant) row[0], (Instant) row[1], (String) row[2]))
                .toList();
    }

    private List<ClockView.Excepted> exceptions(UUID item) {
        List<?> rows = entities.createNativeQuery(EXCEPTIONS, Object[].class)
                .setParameter("item", item)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ClockView.Excepted((String) row[0], (String) row[1], (String) row[2], (Instant) row[3]))
                .toList();
    }
}
