package eu.waymark.referral.worklist;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.referral.worklist.WorkCounts.Count;
import eu.waymark.referral.worklist.WorkCounts.OfKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts an agency's open work from the counters that the database keeps: whole days of UTC from them, and the begun days
 * in which a state ends (now, at midnight and on Sunday where the agency is) item by item. One statement, so one snapshot:
 * what it says is exact for that moment, whoever changes what meanwhile. Who is kept from some of it is told the rest.
 */
@ApplicationScoped
class CountingWork {

    private static final String BEGUN = """
            select kind, '%2$s' as before, count(*) as n from work_item
             where agency = :agency%1$s and closed_at is null and paused_at is null
               and sort_at >= :%2$sDay and sort_at < :%2$s group by kind""";

    private static final String COUNT = """
            with whole as (
                select kind, sum(n) as open, sum(n) filter (where not held) as unassigned,
                       sum(n) filter (where paused) as paused,
                       sum(n) filter (where not paused and due_on < cast(:nowDay at time zone 'UTC' as date)) as before_now,
                       sum(n) filter (where not paused and due_on < cast(:todayDay at time zone 'UTC' as date)) as before_today,
                       sum(n) filter (where not paused and due_on < cast(:weekDay at time zone 'UTC' as date)) as before_week
                  from work_counted where agency = :agency%1$s group by kind),
            begun as (%2$s),
            parts as (
                select kind, coalesce(max(n) filter (where before = 'now'), 0) as now,
                       coalesce(max(n) filter (where before = 'today'), 0) as today,
                       coalesce(max(n) filter (where before = 'week'), 0) as week from begun group by kind)
            select kind, open, coalesce(before_now, 0) + coalesce(now, 0), coalesce(before_today, 0) + coalesce(today, 0),
                   coalesce(before_week, 0) + coalesce(week, 0), coalesce(unassigned, 0), coalesce(paused, 0)
              from whole left join parts using (kind) where open <> 0 order by kind""";

    /** Nobody has work at two agencies: it goes back when the token names another. */
    private static final String MINE = """
            select count(*) from work_item where held_by = :me and closed_at is null
               and kind <> all (cast(:hidden as text[])) and not work_kept_from(reference, :me)""";

    private final EntityManager entities;
    private final KeptWork kept;

    CountingWork(EntityManager entities, KeptWork kept) {
        this.entities = entities;
        this.kept = kept;
    }

    /** @param zone by whose day the agency works */
    WorkCounts count(Onlooker by, Optional<String> desk, Instant now, ZoneId zone) {
        var midnight = now.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        var tonight = midnight.plusDays(1).toInstant();
        var sunday = midnight.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toInstant();
        var ends = Map.of("now", now, "today", tonight, "week", sunday);
        var query = entities.createNativeQuery(statement(desk.isPresent()), Tuple.class)
                .setParameter("agency", by.agency());
        ends.forEach(
                (end, at) -> query.setParameter(end, at).setParameter(end + "Day", at.truncatedTo(ChronoUnit.DAYS)));
        desk.ifPresent(code -> query.setParameter("desk", code));
        Stream<?> rows = query.getResultStream();
        List<OfKind> kinds = rows.map(Tuple.class::cast)
                .map(CountingWork::ofKind)
                .filter(of -> !by.hidden().contains(of.kind()))
                .toList();
        return WorkCounts.of(now, mine(by), kept.takenFrom(kinds, by, desk, now, tonight, sunday));
    }

    private static String statement(boolean ofDesk) {
        var desk = ofDesk ? " and desk = :desk" : "";
        var begun = Stream.of("now", "today", "week")
                .map(end -> BEGUN.formatted(desk, end))
                .collect(Collectors.joining(" union all "));
        return COUNT.formatted(desk, begun);
    }

    private long mine(Onlooker by) {
        return Column.of(entities, MINE, Long.class)
                .setParameter("me", by.subject())
                .setParameter("hidden", by.hidden().toArray(String[]::new))
                .getSingleResult();
    }

    private static OfKind ofKind(Tuple row) {
        var overdue = number(row, 2);
        return new OfKind(
                row.get(0, String.class),
                new Count(
                        number(row, 1),
                        overdue,
                        number(row, 3) - overdue,
                        number(row, 4) - overdue,
                        number(row, 5),
                        number(row, 6)));
    }

    private static long number(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }
}
