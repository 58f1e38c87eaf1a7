package eu.waymark.referral.worklist;

import eu.waymark.referral.worklist.WorkCounts.Count;
import eu.waymark.referral.worklist.WorkCounts.OfKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The open work of an agency that does not exist for somebody: of a child, or of what a child said, that they are kept from. */
@ApplicationScoped
class KeptWork {

    private static final String KEPT = """
            select kind, sort_at, held_by is null, paused_at is not null from work_item
             where id in (select work_kept(:agency, :me)) and (cast(:desk as text) is null or desk = :desk)""";

    private final EntityManager entities;

    KeptWork(EntityManager entities) {
        this.entities = entities;
    }

    /** The counts without it. */
    List<OfKind> takenFrom(
            List<OfKind> counts, Onlooker by, Optional<String> desk, Instant now, Instant tonight, Instant sunday) {
        Stream<?> rows = entities.createNativeQuery(KEPT, Tuple.class)
                .setParameter("agency", by.agency())
                .setParameter("me", by.subject())
                .setParameter("desk", desk.orElse(null))
                .getResultStream();
        Map<String, Count> kept = rows.map(Tuple.class::cast)
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class), row -> one(row, now, tonight, sunday), Count::plus));
        return counts.stream()
                .map(of -> new OfKind(of.kind(), of.count().minus(kept.getOrDefault(of.kind(), Count.NONE))))
                .filter(of -> of.count().open() > 0)
                .toList();
    }

    private static Count one(Tuple row, Instant now, Instant tonight, Instant sunday) {
        var due = row.get(1, Instant.class);
        var paused = row.get(3, Boolean.class);
        var late = !paused && due.isBefore(now);
        var awaited = !paused && !late;
        return Count.one(
                late,
                awaited && due.isBefore(tonight),
                awaited && due.isBefore(sunday),
                row.get(2, Boolean.class),
                paused);
    }
}
