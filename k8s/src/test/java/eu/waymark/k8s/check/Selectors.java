package eu.waymark.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever selects pods selects those of one workload; whatever scales one names one that is there. */
public final class Selectors implements Check {

    @Override
    public Stream<String> faults(List<Manifest> release) {
        return release.stream().flatMap(manifest -> faults(manifest, release));
    }

    private static Stream<String> faults(Manifest manifest, List<Manifest> release) {
        return switch (manifest.kind()) {
            case "Deployment" ->
                matches(labels(manifest.at("/spec/selector/matchLabels")), manifest)
                        ? Stream.empty()
                        : Stream.of(manifest + " does not select its own pods");
            case "Service" -> one(manifest, manifest.at("/spec/selector"), release);
            case "PodDisruptionBudget" -> one(manifest, manifest.at("/spec/selector/matchLabels"), release);
            case "HorizontalPodAutoscaler" ->
                release.stream()
                                .anyMatch(other -> other.is("Deployment")
                                        && other.name().equals(manifest.text("/spec/scaleTargetRef/name")))
                        ? Stream.empty()
                        : Stream.of(manifest + " scales nothing");
            default -> Stream.empty();
        };
    }

    private static Stream<String> one(Manifest manifest, JsonNode selector, List<Manifest> release) {
        var found = workloads(labels(selector), release);
        return found.size() == 1 && found.getFirst().is("Deployment")
                ? Stream.empty()
                : Stream.of(manifest + " selects " + found);
    }

    static List<Manifest> workloads(Map<String, String> selector, List<Manifest> release) {
        return release.stream().filter(manifest -> matches(selector, manifest)).toList();
    }

    private static boolean matches(Map<String, String> selector, Manifest workload) {
        var labels = labels(workload.pod().at("/metadata/labels"));
        return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }

    private static Map<String, String> labels(JsonNode object) {
        return Manifest.strings(object);
    }
}
