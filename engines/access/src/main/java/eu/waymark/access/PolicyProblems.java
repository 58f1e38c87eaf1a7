package eu.waymark.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says field by field what keeps a document from being a policy, for whoever wrote it. */
final class PolicyProblems {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, Set<String>> CODES = Map.of(
            "roles", codes(Role.values()),
            "agencyTypes", codes(AgencyType.values()),
            "purposes", codes(PurposeOfUse.values()),
            "relationships", codes(Relationship.values()),
            "actions", codes(Action.values()));

    private static final Set<String> LEVELS =
            Stream.of(AccessLevel.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_POLICY = Set.of("version", "rules");
    private static final Set<String> OF_RULE =
            Stream.concat(CODES.keySet().stream(), Stream.of("id", "level")).collect(Collectors.toUnmodifiableSet());

    private final List<PolicyProblem> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private PolicyProblems() {}

    /** Empty where the document can be used. */
    static List<PolicyProblem> of(String json) {
        var problems = new PolicyProblems();
        problems.look(json);
        return List.copyOf(problems.found);
    }

    private void look(String json) {
        try {
            document(JSON.readTree(json));
            if (found.isEmpty()) {
                PolicyReader.read(json);
            }
        } catch (JsonProcessingException | InvalidPolicyException unreadable) {
            report("", "is not a policy document");
        }
    }

    private void document(JsonNode document) {
        onlyKnown("", document, OF_POLICY);
        text("version", document.path("version"));
        var rules = document.path("rules");
        if (!rules.isArray()) {
            report("rules", "must be a list of rules");
            return;
        }
        for (var at = 0; at < rules.size(); at++) {
            rule("rules[" + at + "]", rules.get(at));
        }
    }

    private void rule(String path, JsonNode rule) {
        if (!rule.isObject()) {
            report(path, "must be a rule");
            return;
        }
        onlyKnown(path + ".", rule, OF_RULE);
        text(path + ".id", rule.path("id"));
        if (rule.path("id").isTextual() && !ids.add(rule.path("id").asText())) {
            report(path + ".id", "is the id of another rule");
        }
        if (!rule.path("level").isTextual()
                || !LEVELS.contains(rule.path("level").asText())) {
            report(path + ".level", "must be NONE, EXISTENCE, SUMMARY or FULL");
        }
        CODES.forEach((field, known) -> codes(path + "." + field, rule.path(field), known));
    }

    private void codes(String path, JsonNode list, Set<String> known) {
        if (!list.isArray()) {
            report(path, "must be a list of codes");
            return;
        }
        for (var at = 0; at < list.size(); at++) {
            if (!list.get(at).isTextual() || !known.contains(list.get(at).asText())) {
                report(path + "[" + at + "]", "is not a known code");
            }
        }
    }

    private void text(String path, JsonNode value) {
        if (!value.isTextual() || value.asText().isBlank()) {
            report(path, "must not be blank");
        }
    }

    private void onlyKnown(String prefix, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                report(
                        prefix + "?",
                        "has a field that is not known: "
                                + known.stream().sorted().toList());
            }
        });
    }

    private void report(String path, String message) {
        found.add(new PolicyProblem(path, message));
    }

    private static Set<String> codes(Coded... values) {
        return Arrays.stream(values).map(Coded::code).collect(Collectors.toUnmodifiableSet());
    }
}
