package eu.waymark.referral.running;

import eu.waymark.clocks.Pause;
import eu.waymark.referral.clock.Due;
import eu.waymark.referral.clock.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The clocks of work items, and what happened to them. Only inside audited work. */
@ApplicationScoped
class RunningClocks {

    private static final String FIND = """
            select id, kind, person_record_id, agency, started_at, due_rule, closed_at, version, paused_at from work_item
             where (id = :id or reference = :id) and due_rule like '%/%' and agency = :agency
               and not work_kept_from(reference, :me)
             order by closed_at desc nulls first, started_at desc, id limit 1""";
    private static final String LOCKED = FIND + " for update";
    private static final String STOPS = """
            select paused_at, resumed_at, reason from clock_pause where work_item_id = :item and resumed_at > paused_at
             order by paused_at""";
    private static final String EXCEPTIONS = """
            select reason, from_rule, to_rule, given_at from clock_exception where work_item_id = :item order by given_at""";
    private static final String PAUSE = """
            update work_item set paused_at = :at, version = version + 1
             where id = :item and version = :version and closed_at is null""";
    private static final String PAUSED = """
            insert into clock_pause (id, work_item_id, reason, paused_by, paused_at) values (:id, :item, :reason, :by, :at)""";
    private static final String RESUMED = """
            update clock_pause set resumed_by = :by, resumed_at = :at where work_item_id = :item and resumed_at is null""";
    private static final String RUN = """
            update work_item set due_at = :due, due_rule = :rule, remind_50_at = :half, remind_80_at = :fourFifths,
                escalate_at = :escalate, paused_at = case when :goesOn then null else paused_at end, version = version + 1
             where id = :item and version = :version and closed_at is null""";
    private static final String EXCEPTED = """
            insert into clock_exception (id, work_item_id, reason, from_rule, to_rule, given_by, given_at)
            values (:id, :item, :reason, :from, :to, :by, :at)""";

    private final EntityManager entities;

    RunningClocks(EntityManager entities) {
        this.entities = entities;
    }

    /** Of an agency's own work, by the item or by what the work is about; what is still open before what is closed. */
    Optional<RunningClock> find(UUID id, String agency, String subject) {
        return find(FIND, id, agency, subject);
    }

    /** The same to change it: a reminder that goes out meanwhile waits, and does not make the change fail. */
    Optional<RunningClock> locked(UUID id, String agency, String subject) {
        return find(LOCKED, id, agency, subject);
    }

    private Optional<RunningClock> find(String query, UUID id, String agency, String subject) {
        List<?> rows = entities.createNativeQuery(query, Object[].class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .setParameter("me", subject)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(this::clock).findFirst();
    }

    /** @return false where the item has changed meanwhile */
    boolean pause(RunningClock clock, String reason, String by, Instant at) {
        var paused = entities.createNativeQuery(PAUSE)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("item", clock.item())
                .setParameter("version", clock.version())
                .executeUpdate();
        if (paused == 1) {
            entities.createNativeQuery(PAUSED)
                    .setParameter("id", UUID.randomUUID())
                    .setParameter("item", clock.item())
                    .setParameter("reason", reason)
                    .setParameter("by", by)
                    .setParameter("at", at.atOffset(ZoneOffset.UTC))
                    .executeUpdate();
        }
        return paused == 1;
    }

    /** Ends the pause that lasts. */
    void endPause(RunningClock clock, String by, Instant at) {
        entities.createNativeQuery(RESUMED)
                .setParameter("by", by)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("item", clock.item())
                .executeUpdate();
    }

    /**
     * Sets when it is due.
     *
     * @param goesOn whether a pause is over
     * @return false where the item has changed meanwhile
     */
    boolean run(RunningClock clock, Due due, boolean goesOn) {
        var pace = Optional.ofNullable(due.pace()).orElseGet(() -> new Pace(due.at(), due.at(), due.at()));
        return entities.createNativeQuery(RUN)
                        .setParameter("due", due.at().atOffset(ZoneOffset.UTC))
                        .setParameter("rule", due.rule())
                        .setParameter("half", pace.half().atOffset(ZoneOffset.UTC))
                        .setParameter("fourFifths", pace.fourFifths().atOffset(ZoneOffset.UTC))
                        .setParameter("escalate", pace.escalation().atOffset(ZoneOffset.UTC))
                        .setParameter("goesOn", goesOn)
                        .setParameter("item", clock.item())
                        .setParameter("version", clock.version())
                        .executeUpdate()
                == 1;
    }

    void except(RunningClock clock, String reason, String toRule, String by, Instant at) {
        entities.createNativeQuery(EXCEPTED)
                .setParameter("id", UUID.randomUUID())
                .setParameter("item", clock.item())
                .setParameter("reason", reason)
                .setParameter("from", clock.rule())
                .setParameter("to", toRule)
                .setParameter("by", by)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
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
