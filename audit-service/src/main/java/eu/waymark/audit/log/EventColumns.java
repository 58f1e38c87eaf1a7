package eu.waymark.audit.log;

import eu.waymark.platform.web.Personal;
import eu.waymark.platform.web.problem.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
        List<String> subjects,
        Origin origin,
        @Nullable Seal seal,
        Map<String, String> notes)
        implements Personal {

    /** Its place in the sequence of its producer, and what it calls the event before it. */
    public record Origin(String epoch, String seq, @Nullable String prev) {}

    /**
     * What vouches for its sealed details.
     *
     * @param sha256 of the sealed bytes, in base64
     */
    public record Seal(String kid, String sha256) {

        public boolean vouchesFor(byte[] sealed) {
            return sha256.equals(Base64.getEncoder().encodeToString(Digests.sha256(sealed)));
        }
    }

    /** Reads the bytes of a leaf; empty for bytes that are no event. */
    public static Optional<EventColumns> read(byte[] body) {
        try {
            return Optional.of(of(Leaf.parse(0, body)));
        } catch (ProblemException noEvent) {
            return Optional.empty();
        }
    }

    /** What the next event of a source calls the one with these bytes. */
    public static String hash(byte[] body) {
        return Base64.getEncoder().encodeToString(Digests.sha256(body));
    }

    /** Whether it erases the children it names. */
    public boolean isErasure() {
        return AuditEvent.isErasure(type, source, outcome);
    }

    /** The columns of its row, but for the place: id, time and count first, then the texts in the order of this record. */
    public List<@Nullable Object> values() {
        return Arrays.asList(
                id,
                recorded,
                returned,
                source,
                type,
                action,
                outcome,
                outcomeCode,
                actor,
                agency,
                country,
                client,
                purpose,
                legalBasis,
                caseReference,
                requestId,
                resource);
    }

    static EventColumns of(AuditEvent event) {
        var actor = event.actor();
        var src = event.src();
        var seal = event.sealed();
        return new EventColumns(
                UUID.fromString(event.id()),
                src.id(),
                event.recorded().truncatedTo(ChronoUnit.MICROS),
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
                event.subjects().stream().distinct().sorted().toList(),
                new Origin(src.epoch(), src.seq(), src.prev()),
                seal == null ? null : new Seal(seal.kid(), seal.sha256()),
                event.notes());
    }

    @Override
    public String toString() {
        return Personal.REDACTED;
    }
}
