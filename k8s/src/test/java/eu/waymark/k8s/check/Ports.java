package eu.waymark.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ports that are named exist where they are named, and each says its protocol: Kubernetes 1.20 needs that to apply changes. */
public final class Ports implements Check {

    @Override
    public Stream<String> faults(List<Manifest> release) {
        return release.stream().flatMap(manifest -> switch (manifest.kind()) {
            case "Service" -> service(manifest, release);
            case "Deployment" -> manifest.containers().flatMap(container -> probes(manifest, container));
            case "Ingress" ->
                Manifest.elements(manifest.at("/spec/rules"))
                        .flatMap(rule -> Manifest.elements(rule.at("/http/paths")))
                        .map(path -> path.at("/backend/service"))
                        .flatMap(backend -> backend(manifest, backend.at("/name"), backend.at("/port/name"), release));
            case "HTTPRoute" ->
                Manifest.elements(manifest.at("/spec/rules"))
                        .flatMap(rule -> Manifest.elements(rule.at("/backendRefs")))
                        .flatMap(backend -> backend(manifest, backend.at("/name"), backend.at("/port"), release));
            default -> Stream.empty();
        });
    }

    private static Stream<String> service(Manifest service, List<Manifest> release) {
        var known = Selectors.workloads(Manifest.strings(service.at("/spec/selector")), release).stream()
                .flatMap(Manifest::containers)
                .flatMap(Ports::names)
                .collect(Collectors.toSet());
        return Manifest.elements(service.at("/spec/ports"))
                .flatMap(
                        port -> Stream.concat(known(service, port.path("targetPort"), known), protocol(service, port)));
    }

    private static Stream<String> probes(Manifest deployment, JsonNode container) {
        var names = names(container).collect(Collectors.toSet());
        return Stream.concat(
                Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .flatMap(probe -> known(deployment, container.at("/" + probe + "/httpGet/port"), names)),
                Manifest.elements(container.path("ports")).flatMap(port -> protocol(deployment, port)));
    }

    private static Stream<String> backend(Manifest route, JsonNode name, JsonNode port, List<Manifest> release) {
        var isThere = release.stream()
                .filter(other -> other.is("Service") && other.name().equals(name.asText()))
                .flatMap(service -> Manifest.elements(service.at("/spec/ports")))
                .anyMatch(known ->
                        known.path("name").equals(port) || known.path("port").equals(port));
        return isThere ? Stream.empty() : Stream.of(route + " leads to " + name + " " + port + ", which is not there");
    }

    private static Stream<String> names(JsonNode container) {
        return Manifest.elements(container.path("ports"))
                .map(port -> port.path("name").asText());
    }

    private static Stream<String> known(Manifest where, JsonNode port, Set<String> known) {
        return known.contains(port.asText())
                ? Stream.empty()
                : Stream.of(where + " names a port that is not there: " + port);
    }

    private static Stream<String> protocol(Manifest where, JsonNode port) {
        return port.has("protocol") ? Stream.empty() : Stream.of(where + " has a port without a protocol: " + port);
    }
}
