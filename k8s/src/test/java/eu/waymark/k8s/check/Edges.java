package eu.waymark.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may reach whom by the NetworkPolicies of a release, as Kubernetes reads them: a pod that a policy selects may only what
 * some policy allows, and an edge needs leave at both of its ends.
 */
public final class Edges implements Check {

    private static final String NAME = "app.kubernetes.io/name";

    private final Set<String> drawn;

    /** @param drawn the edges between services, such as {@code register -> identity} */
    public Edges(Set<String> drawn) {
        this.drawn = Set.copyOf(drawn);
    }

    @Override
    public Stream<String> faults(List<Manifest> release) {
        var found = new TreeSet<String>();
        var pods = release.stream()
                .filter(manifest -> !manifest.pod().isMissingNode())
                .toList();
        for (var from : pods) {
            for (var to : pods) {
                if (from != to
                        && allows(release, from, to, "egress", "to")
                        && allows(release, to, from, "ingress", "from")) {
                    found.add(name(from) + " -> " + name(to));
                }
            }
        }
        return Stream.concat(
                found.stream().filter(edge -> !drawn.contains(edge)).map(edge -> "Not drawn, but open: " + edge),
                drawn.stream().filter(edge -> !found.contains(edge)).map(edge -> "Drawn, but shut: " + edge));
    }

    /** Whether the pods of {@code one} may have to do with those of {@code other} in one direction, on some port. */
    private static boolean allows(
            List<Manifest> release, Manifest one, Manifest other, String direction, String peers) {
        var policies = release.stream()
                .filter(manifest -> manifest.is("NetworkPolicy") && selects(manifest.at("/spec/podSelector"), one))
                .toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> Manifest.elements(policy.at("/spec/" + direction)))
                        .anyMatch(rule -> rule.path(peers).isEmpty() && isForServices(rule)
                                || Manifest.elements(rule.path(peers))
                                        .anyMatch(peer -> !peer.has("namespaceSelector")
                                                && peer.has("podSelector")
                                                && selects(peer.path("podSelector"), other)));
    }

    /** A rule for everybody counts where it opens the services' port; the one for the issuer does not. */
    private static boolean isForServices(JsonNode rule) {
        return rule.path("ports").isEmpty()
                || Manifest.elements(rule.path("ports"))
                        .anyMatch(port -> port.path("port").asInt() == 8080);
    }

    private static boolean selects(JsonNode selector, Manifest workload) {
        Map<String, String> labels = Manifest.strings(workload.pod().at("/metadata/labels"));
        return labels.entrySet()
                .containsAll(Manifest.strings(selector.path("matchLabels")).entrySet());
    }

    private static String name(Manifest workload) {
        return workload.pod().path("metadata").path("labels").path(NAME).asText();
    }
}
