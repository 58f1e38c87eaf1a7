package eu.waymark.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers and booleans where only strings may stand, and words that no enumeration has: a model lets both pass. */
public final class PlainStrings implements Check {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "imagePullPolicy", Set.of("Always", "IfNotPresent", "Never"),
            "restartPolicy", Set.of("Always", "OnFailure", "Never"),
            "terminationMessagePolicy", Set.of("File", "FallbackToLogsOnError"),
            "protocol", Set.of("TCP", "UDP"),
            "pathType", Set.of("Exact", "Prefix", "ImplementationSpecific"),
            "whenUnsatisfiable", Set.of("DoNotSchedule", "ScheduleAnyway"),
            "scheme", Set.of("HTTP", "HTTPS"),
            "policyTypes", Set.of("Ingress", "Egress"));

    private static final Set<String> MAPS =
            Set.of("labels", "annotations", "matchLabels", "data", "stringData", "nodeSelector");

    @Override
    public Stream<String> faults(List<Manifest> release) {
        return release.stream()
                .filter(manifest -> !manifest.is("ExternalSecret"))
                .flatMap(manifest -> walk(manifest.json()).map(fault -> manifest + ": " + fault));
    }

    private static Stream<String> walk(JsonNode node) {
        if (node.isArray()) {
            return Manifest.elements(node).flatMap(PlainStrings::walk);
        }
        return node.properties().stream()
                .flatMap(field -> Stream.concat(fault(field.getKey(), field.getValue()), walk(field.getValue())));
    }

    private static Stream<String> fault(String field, JsonNode value) {
        if (MAPS.contains(field) && value.isObject()) {
            return value.properties().stream()
                    .filter(entry -> !entry.getValue().isTextual())
                    .map(entry -> field + "." + entry.getKey() + " is no string: " + entry.getValue());
        }
        var words = WORDS.get(field);
        return words == null
                ? Stream.empty()
                : (value.isArray() ? Manifest.elements(value) : Stream.of(value))
                        .filter(word -> !words.contains(word.asText()))
                        .map(word -> field + " is none of " + words + ": " + word);
    }
}
