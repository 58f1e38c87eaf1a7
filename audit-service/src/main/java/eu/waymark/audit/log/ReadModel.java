package eu.waymark.audit.log;

import eu.waymark.audit.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the leaves say, in columns, so that compliance can search. */
@ApplicationScoped
class ReadModel {

    /** Violated when two events bear one id. */
    static final String UNIQUE_ID = "access_event_id_is_unique";

    private final Jdbc jdbc;

    ReadModel(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    void add(long first, List<Leaf> leaves) {
        jdbc.insert(
                """
                insert into guarded.access_event (leaf_index, event_id, source, recorded, type, action, outcome,
                  outcome_code, actor, agency, country, client, purpose, legal_basis, case_ref, request_id, resource,
                  returned)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                IntStream.range(0, leaves.size())
                        .mapToObj(i -> row(first + i, leaves.get(i).event()))
                        .toList());
        jdbc.insert(
                "insert into guarded.event_subject (leaf_index, recorded, subject) values (?, ?, ?)",
                IntStream.range(0, leaves.size())
                        .boxed()
                        .flatMap(i -> subjects(first + i, leaves.get(i).event()))
                        .toList());
    }

    private static @Nullable Object[] row(long index, AuditEvent event) {
        var actor = event.actor();
        return new @Nullable Object[] {
            index,
            UUID.fromString(event.id()),
            event.src().id(),
            recorded(event),
            event.type(),
            event.action(),
            event.outcome(),
            event.outcomeCode(),
            actor.who(),
            actor.agency(),
            actor.country(),
            actor.client(),
            event.purpose(),
            event.legalBasis(),
            event.caseReference(),
            event.request(),
            event.resource(),
            event.returned() == null ? null : Integer.valueOf(event.returned())
        };
    }

    private static Stream<@Nullable Object[]> subjects(long index, AuditEvent event) {
        return event.subjects().stream().distinct().map(subject -> new Object[] {index, recorded(event), subject});
    }

    private static OffsetDateTime recorded(AuditEvent event) {
        return Instant.parse(event.recorded()).atOffset(ZoneOffset.UTC);
    }
}
