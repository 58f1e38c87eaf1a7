package eu.waymark.platform.testing;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * No query parameter is ignored: tries every operation that a service publishes with one that it does not know, and with
 * each of those that its document lists.
 */
public final class EveryParameter {

    private static final String CODE = "unknown-parameter";
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    private EveryParameter() {}

    /**
     * @param free those that take whatever is sent
     * @return the operations that answer a parameter that they do not know with anything else than a refusal, and those that
     *     nobody got as far into
     */
    public static Set<String> ignored(String... free) {
        var callers = TriedCaller.everyRole();
        var ignored = new TreeSet<String>();
        for (var operation : TriedOperation.all()) {
            if (!Set.of(free).contains(operation.name())) {
                var answer = firstLetIn(operation, callers, Map.of("unheard-of", "1"));
                if (answer.isEmpty()) {
                    ignored.add(operation.name() + ": nobody got into it");
                } else if (!isUnknown(answer.get())) {
                    ignored.add(operation.name() + ": " + answer.get().statusCode());
                }
            }
        }
        return ignored;
    }

    /** The twin of {@link #ignored}: parameters that a document lists and the operation says not to know. */
    public static Set<String> refused() {
        var callers = TriedCaller.everyRole();
        var refused = new TreeSet<String>();
        for (var operation : TriedOperation.all()) {
            operation.query().forEach((name, value) -> {
                var answer = firstLetIn(operation, callers, Map.of(name, value));
                if (answer.map(EveryParameter::isUnknown).orElse(false)) {
                    refused.add(operation.name() + "?" + name);
                }
            });
        }
        return refused;
    }

    /** What {@link #refused} tries, as {@code GET /path/{id}?name}. */
    public static Set<String> tried() {
        var tried = new TreeSet<String>();
        for (var operation : TriedOperation.all()) {
            operation.query().keySet().forEach(name -> tried.add(operation.name() + "?" + name));
        }
        return tried;
    }

    /** As no role changes what an operation knows, one that is let in says it for all. */
    private static Optional<Response> firstLetIn(
            TriedOperation operation, List<TriedCaller> callers, Map<String, String> query) {
        return callers.stream()
                .map(caller -> operation.call(
                        caller, UUID.randomUUID().toString(), operation.sample().body(), query))
                .filter(answer -> !NOT_LET_IN.contains(answer.statusCode()))
                .findFirst();
    }

    private static boolean isUnknown(Response answer) {
        return answer.statusCode() == 400 && answer.asString().contains('"' + CODE + '"');
    }
}
