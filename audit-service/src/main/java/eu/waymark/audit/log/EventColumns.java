package eu.waymark.audit.log;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the read model must say of a leaf, column by column.
 *
 * @param recorded as exact as PostgreSQL keeps times
 * @param subjects sorted, each once
 */
public record EventColumns(
        UUID id,
        String source,
        Instant recorded,
        String type,
        String action,
        String outcome,
        @Nullable String outcomeCode,
        @Nullable String actor,
        @Nullable String agency,
        @Nullable String country,
        @Nullable String client,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String caseReference,
        @Nullable String requestId,
        @Nullable String resource,
        @Nullable Integer returned,
        List<String> subjects)
        implements Personal {

    /** Reads the bytes of a leaf; empty for bytes that are no event. */
    public static Optional<EventColumns> read(byte[] body) {
        try {
            return Optional.of(of(Leaf.parse(0, body)));
        } catch (ProblemException noEvent) {
            return Optional.empty();
        }
    }

    static EventColumns of(AuditEvent event) {
        var actor = event.actor();
        return new EventColumns(
                UUID.fromString(event.id()),
                event.src().id(),
                Instant.parse(event.recorded()).truncatedTo(ChronoUnit.MICROS),
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
                event.returned() == null ? null : Integer.valueOf(event.returned()),
                event.subjects().stream().distinct().sorted().toList());
    }

    @Override
    public String toString() {
        return Personal.REDACTED;
    }
}
