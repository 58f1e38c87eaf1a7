package eu.waymark.audit.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a producer says happened, as the leaf spells it: every scalar is a string.
 *
 * @param outcome 0 done, 4 refused, 8 or 12 failed (FHIR audit-event-outcome)
 * @param subjects the tags of the children it is about
 * @param notes further facts, never personal
 */
record AuditEvent(
        String v,
        String id,
        Source src,
        Instant recorded,
        String type,
        String action,
        String outcome,
        @Nullable String outcomeCode,
        @Nullable Agent agent,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String caseReference,
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
    private static final Set<String> ACTIONS = Set.of("C", "R", "U", "D", "E");
    private static final Set<String> OUTCOMES = Set.of("0", "4", "8", "12");

    /** The event's place in the sequence of its producer. */
    record Source(
            String id, String epoch, String seq, @Nullable String prev) {

        static Source of(@Nullable Members src) {
            if (src == null) {
                throw new IllegalArgumentException("src");
            }
            var source = new Source(src.text("id"), src.text("epoch"), src.text("seq"), src.textOrNull("prev"));
            src.requireNoMore();
            return source;
        }
    }

    /** Who acted, as the token said. */
    record Agent(
            @Nullable String who,
            @Nullable String agency,
            @Nullable String country,
            @Nullable String agencyType,
            @Nullable String client,
            List<String> roles) {

        static final Agent NOBODY = new Agent(null, null, null, null, null, List.of());

        static @Nullable Agent of(@Nullable Members members) {
            if (members == null) {
                return null;
            }
            var agent = new Agent(
                    members.textOrNull("who"),
                    members.textOrNull("agency"),
                    members.textOrNull("country"),
                    members.textOrNull("agencyType"),
                    members.textOrNull("client"),
                    members.texts("roles"));
            members.requireNoMore();
            return agent;
        }
    }

    /** What vouches for the details that travel beside the event, encrypted. */
    record Seal(String alg, String kid, String sha256) {

        static @Nullable Seal of(@Nullable Members members) {
            if (members == null) {
                return null;
            }
            var seal = new Seal(members.text("alg"), members.text("kid"), members.text("sha256"));
            members.requireNoMore();
            return seal;
        }
    }

    /** @throws IllegalArgumentException for a value that is not what its name promises */
    AuditEvent {
        subjects = List.copyOf(subjects);
        notes = Map.copyOf(notes);
        require(v.equals(VERSION), "v");
        require(UUID.fromString(id).toString().equals(id), "id");
        require(ACTIONS.contains(action), "action");
        require(OUTCOMES.contains(outcome), "outcome");
        require(isWithinColumns(recorded), "recorded");
        if (returned != null) {
            Integer.parseInt(returned);
        }
        subjects.forEach(subject -> requireShort(subject, "subjects"));
        requireShort(caseReference, "case");
        if (agent != null) {
            requireShort(agent.who, "agent");
            requireShort(agent.agency, "agent");
        }
    }

    /** @throws RuntimeException for members that are missing, unknown or not what their names promise */
    static AuditEvent of(Members members) {
        var event = new AuditEvent(
                members.text("v"),
                members.text("id"),
                Source.of(members.objectOrNull("src")),
                Instant.parse(members.text("recorded")),
                members.text("type"),
                members.text("action"),
                members.text("outcome"),
                members.textOrNull("outcomeCode"),
                Agent.of(members.objectOrNull("agent")),
                members.textOrNull("purpose"),
                members.textOrNull("legalBasis"),
                members.textOrNull("case"),
                members.textOrNull("request"),
                members.textOrNull("resource"),
                members.textOrNull("returned"),
                Seal.of(members.objectOrNull("sealed")),
                members.texts("subjects"),
                members.textsByName("notes"));
        members.requireNoMore();
        return event;
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
    private static void requireShort(@Nullable String text, String name) {
        require(text == null || text.length() <= LONGEST_CODE, name);
    }

    private static void require(boolean valid, String name) {
        if (!valid) {
            throw new IllegalArgumentException(name);
        }
    }
}
