package eu.waymark.audit.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a producer says happened, as the leaf spells it: every scalar is a string.
 *
 * @param outcome 0 done, 4 refused, 8 or 12 failed (FHIR audit-event-outcome)
 * @param subjects the tags of the children it is about
 * @param notes further facts, never personal
 */
record AuditEvent(
        @JsonProperty(required = true) String v,
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) Source src,
        @JsonProperty(required = true) String recorded,
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) String action,
        @JsonProperty(required = true) String outcome,
        @Nullable String outcomeCode,
        @Nullable Agent agent,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @JsonProperty("case") @Nullable String caseReference,
        @Nullable String request,
        @Nullable String resource,
        @Nullable String returned,
        @Nullable Seal sealed,
        List<String> subjects,
        Map<String, String> notes) {

    private static final String VERSION = "waymark-audit/1";
    private static final String ERASURE = "identity.person.erased";
    private static final String ERASER = "identity-service";
    private static final String DONE = "0";
    private static final int LONGEST_CODE = 200;
    private static final Pattern ACTION = Pattern.compile("[CRUDE]");
    private static final Pattern OUTCOME = Pattern.compile("0|4|8|12");

    /** The event's place in the sequence of its producer. */
    record Source(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String epoch,
            @JsonProperty(required = true) String seq,
            @Nullable String prev) {}

    /** Who acted, as the token said. */
    record Agent(
            @Nullable String who,
            @Nullable String agency,
            @Nullable String country,
            @Nullable String agencyType,
            @Nullable String client,
            @Nullable List<String> roles) {

        static final Agent NOBODY = new Agent(null, null, null, null, null, null);
    }

    /** What vouches for the details that travel beside the event, encrypted. */
    record Seal(
            @JsonProperty(required = true) String alg,
            @JsonProperty(required = true) String kid,
            @JsonProperty(required = true) String sha256) {}

    /** @throws IllegalArgumentException for a value that is not what its name promises */
    AuditEvent {
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        notes = notes == null ? Map.of() : Map.copyOf(notes);
        require(v.equals(VERSION), "v");
        require(UUID.fromString(id).toString().equals(id), "id");
        require(ACTION.matcher(action).matches(), "action");
        require(OUTCOME.matcher(outcome).matches(), "outcome");
        require(isWithinColumns(Instant.parse(recorded)), "recorded");
        if (returned != null) {
            Integer.parseInt(returned);
        }
        requireShort(subjects.stream(), "subjects");
        requireShort(Stream.of(caseReference), "case");
        if (agent != null) {
            requireShort(Stream.of(agent.who, agent.agency), "agent");
        }
    }

    Agent actor() {
        return agent == null ? Agent.NOBODY : agent;
    }

    boolean isFrom(String source, int epoch, long seq) {
        return src.id.equals(source) && src.epoch.equals(Integer.toString(epoch)) && src.seq.equals(Long.toString(seq));
    }

    /** Whether identity says that it has erased those whom the event names. From nobody else, and not of a failure. */
    boolean isErasure() {
        return isErasure(type, src.id, outcome);
    }

    static boolean isErasure(String type, String source, String outcome) {
        return type.equals(ERASURE) && source.equals(ERASER) && outcome.equals(DONE);
    }

    /** Whether these are the sealed details that the event vouches for; none, where it vouches for none. */
    boolean vouchesFor(byte @Nullable [] details) {
        return details == null
                ? sealed == null
                : sealed != null && sealed.sha256.equals(Base64.getEncoder().encodeToString(Digests.sha256(details)));
    }

    /** A time that PostgreSQL can hold; beyond it one event would stop all that are written with it. */
    private static boolean isWithinColumns(Instant time) {
        var year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1970 && year <= 9999;
    }

    /** What is searched stands in an index, whose entries PostgreSQL limits to a third of a page. */
    private static void requireShort(Stream<@Nullable String> texts, String name) {
        require(texts.allMatch(text -> text == null || text.length() <= LONGEST_CODE), name);
    }

    private static void require(boolean valid, String name) {
        if (!valid) {
            throw new IllegalArgumentException(name);
        }
    }
}
