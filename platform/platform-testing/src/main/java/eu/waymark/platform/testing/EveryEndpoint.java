package eu.waymark.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
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

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
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
        var document = document();
        var faults = new TreeSet<String>();
        var tried = new TreeSet<String>();
        var unused = new TreeSet<>(open);
        try (var owner = Database.asOwner();
                var written = owner.prepareStatement(WRITTEN)) {
            for (var path : document.path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    var name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                    var sample = new SampleRequest(document, operation.getValue());
                    if (METHODS.contains(operation.getKey()) && unused.remove(name)) {
                        faults.addAll(failures(name, sample));
                    } else if (METHODS.contains(operation.getKey())) {
                        tried.add(name);
                        faults.addAll(faults(name, sample, written));
                    }
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
        var document = document();
        var answered = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
                if (METHODS.contains(operation.getKey()) && !open.contains(name)) {
                    var sample = new SampleRequest(document, operation.getValue());
                    tryers.forEach(caller -> parameters(name).forEach(parameter -> {
                        var status = call(name, sample, caller, parameter).statusCode();
                        if (status < REDIRECTED) {
                            answered.add(name + ": " + status);
                        }
                    }));
                }
            }
        }
        return answered;
    }

    private Set<String> faults(String name, SampleRequest sample, PreparedStatement written) throws SQLException {
        var faults = new TreeSet<String>();
        var seen = new TreeSet<Integer>();
        var entered = false;
        for (var caller : callers) {
            for (var parameter : parameters(name)) {
                var before = number(written);
                var answer = call(name, sample, caller, parameter);
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
    private Set<String> failures(String name, SampleRequest sample) {
        return callers.stream()
                .filter(caller -> parameters(name).stream()
                        .anyMatch(parameter ->
                                call(name, sample, caller, parameter).statusCode() == FAILED))
                .map(caller -> name + ": failed")
                .collect(Collectors.toSet());
    }

    private List<String> parameters(String name) {
        var random = UUID.randomUUID().toString();
        return known.containsKey(name) ? List.of(known.get(name), random) : List.of(random);
    }

    private Response call(String name, SampleRequest sample, TriedCaller caller, String parameter) {
        var request = RestAssured.given()
                .auth()
                .oauth2(caller.token())
                .header("If-Match", "\"0\"")
                .header("Legal-Basis", "hague-1996-34");
        if (!caller.purpose().isEmpty()) {
            request.header("Purpose-Of-Use", caller.purpose());
        }
        var body = bodies.getOrDefault(name, sample.body());
        if (!body.isEmpty()) {
            request.contentType(sample.mediaType()).body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        var parts = name.split(" ");
        return request.request(parts[0], parts[1].replaceAll("\\{[^/]+}", parameter));
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

    private static JsonNode document() {
        try {
            return JSON.readTree(RestAssured.given()
                    .queryParam("format", "json")
                    .get("/q/openapi")
                    .asString());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("The service has no OpenAPI document", malformed);
        }
    }
}
