package eu.waymark.platform.testing;

import io.restassured.response.Response;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * No look without a trace (architecture, invariant 2): tries every operation that a service publishes, as every role,
 * with a purpose and without, and demands that each answer has left an event, or was counted where refusals flood.
 *
 * <p>Nothing is demanded of answers that come before anything is looked at: 401, 503, and requests that could not be
 * read or whose fields are not valid.
 */
public final class EveryEndpoint {

    private static final Set<Integer> BEFORE_ANY_LOOK = Set.of(400, 401, 405, 406, 415, 503);
    private static final String WRITTEN =
            "select (select count(*) from audit_outbox)" + " + (select coalesce(sum(refusals), 0) from refusal_count)";

    private static final int REDIRECTED = 300;
    private static final int FAILED = 500;

    private final Set<String> open;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private List<TriedCaller> callers = TriedCaller.everyRole();

    private EveryEndpoint(Set<String> open) {
        this.open = open;
    }

    /** @param operations those that show nothing about a child, as {@code GET /path/{id}} */
    public static EveryEndpoint except(String... operations) {
        return new EveryEndpoint(new TreeSet<>(List.of(operations)));
    }

    /** Tries an operation with this as its path parameter too, beside a random one. */
    public EveryEndpoint knowing(String operation, Object parameter) {
        known.put(operation, parameter.toString());
        return this;
    }

    /** Tries an operation with this body instead of its example. */
    public EveryEndpoint sending(String operation, String body) {
        bodies.put(operation, body);
        return this;
    }

    /** Tries everything as somebody more. */
    public EveryEndpoint alsoAs(Tokens token, String purpose) {
        callers = new ArrayList<>(callers);
        callers.add(new TriedCaller(token.sign(), purpose));
        return this;
    }

    /**
     * @return the operations tried
     * @throws AssertionError naming the operations that answered without an event or failed, those that nobody got into, and
     *     exceptions that do not exist
     */
    public Set<String> verify() throws SQLException {
        var faults = new TreeSet<String>();
        var tried = new TreeSet<String>();
        var unused = new TreeSet<>(open);
        try (var owner = Database.asOwner();
                var written = owner.prepareStatement(WRITTEN)) {
            for (var operation : TriedOperation.all()) {
                if (unused.remove(operation.name())) {
                    faults.addAll(failures(operation));
                } else {
                    tried.add(operation.name());
                    faults.addAll(faults(operation, written));
                }
            }
        }
        unused.forEach(gone -> faults.add(gone + ": is excepted and not there"));
        if (!faults.isEmpty()) {
            throw new AssertionError("Not every answer left a trace:\n" + String.join("\n", faults));
        }
        return tried;
    }

    /**
     * Whom nothing may be shown or done for: tries every operation, but for the excepted ones, as whoever enforces
     * immigration law, in every role.
     *
     * @return the operations that let one of them in, each with its answer
     */
    public Set<String> openToEnforcement() {
        return answersTo(TriedCaller.enforcers());
    }

    /** The twin of {@link #openToEnforcement()}: what is open to one who protects children. */
    public Set<String> openToProtection() {
        return answersTo(TriedCaller.protector());
    }

    private Set<String> answersTo(List<TriedCaller> tryers) {
        var answered = new TreeSet<String>();
        for (var operation : TriedOperation.all()) {
            var name = operation.name();
            if (!open.contains(name)) {
                tryers.forEach(caller -> parameters(name).forEach(parameter -> {
                    var status = call(operation, caller, parameter).statusCode();
                    if (status < REDIRECTED) {
                        answered.add(name + ": " + status);
                    }
                }));
            }
        }
        return answered;
    }

    private Set<String> faults(TriedOperation operation, PreparedStatement written) throws SQLException {
        var name = operation.name();
        var faults = new TreeSet<String>();
        var seen = new TreeSet<Integer>();
        var entered = false;
        for (var caller : callers) {
            for (var parameter : parameters(name)) {
                var before = number(written);
                var answer = call(operation, caller, parameter);
                seen.add(answer.statusCode());
                var recorded = number(written) > before;
                if (answer.statusCode() == FAILED) {
                    faults.add(name + ": failed");
                }
                entered |= recorded && answer.statusCode() != 403;
                if (!recorded && !isBeforeAnyLook(answer)) {
                    faults.add(name + ": answered " + answer.statusCode() + " without an event");
                }
            }
        }
        if (faults.isEmpty() && !entered) {
            faults.add(name + ": nobody got into it, the answers were " + seen);
        }
        return faults;
    }

    /** What shows nothing about a child needs no event, but it does not fail either. */
    private Set<String> failures(TriedOperation operation) {
        var name = operation.name();
        return callers.stream()
                .filter(caller -> parameters(name).stream()
                        .anyMatch(
                                parameter -> call(operation, caller, parameter).statusCode() == FAILED))
                .map(caller -> name + ": failed")
                .collect(Collectors.toSet());
    }

    private List<String> parameters(String name) {
        var random = UUID.randomUUID().toString();
        return known.containsKey(name) ? List.of(known.get(name), random) : List.of(random);
    }

    private Response call(TriedOperation operation, TriedCaller caller, String parameter) {
        var body = bodies.getOrDefault(operation.name(), operation.sample().body());
        return operation.call(caller, parameter, body, Map.of());
    }

    private static boolean isBeforeAnyLook(Response answer) {
        return BEFORE_ANY_LOOK.contains(answer.statusCode())
                || answer.statusCode() == 422 && "invalid-fields".equals(answer.path("code"));
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
