package eu.waymark.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Limits, probes, and Pod Security "restricted", with a root that nobody writes and no token of the cluster. */
public final class Containers implements Check {

    @Override
    public Stream<String> faults(List<Manifest> release) {
        return release.stream()
                .filter(manifest -> !manifest.pod().isMissingNode())
                .flatMap(manifest -> Stream.concat(
                                pod(manifest.pod().path("spec")),
                                manifest.containers().flatMap(container -> container(manifest, container)))
                        .map(fault -> manifest + ": " + fault));
    }

    private static Stream<String> pod(JsonNode spec) {
        var faults = new ArrayList<String>();
        require(faults, !spec.path("automountServiceAccountToken").asBoolean(true), "mounts a token of the cluster");
        require(faults, spec.at("/securityContext/runAsNonRoot").asBoolean(), "may run as root");
        require(faults, spec.at("/securityContext/runAsUser").asInt() > 0, "does not say as whom it runs");
        for (var shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(faults, !spec.path(shared).asBoolean(), "shares the node's " + shared);
        }
        Manifest.elements(spec.path("volumes"))
                .forEach(volume -> require(faults, !volume.has("hostPath"), "mounts a folder of the node"));
        return faults.stream();
    }

    private static Stream<String> container(Manifest manifest, JsonNode container) {
        var faults = new ArrayList<String>();
        var security = container.path("securityContext");
        require(faults, !security.path("privileged").asBoolean(), "is privileged");
        require(faults, !security.path("allowPrivilegeEscalation").asBoolean(true), "may gain privileges");
        require(faults, security.path("readOnlyRootFilesystem").asBoolean(), "may write its root");
        require(faults, security.path("runAsNonRoot").asBoolean(), "may run as root");
        require(faults, security.at("/capabilities/drop/0").asText().equals("ALL"), "keeps capabilities");
        require(faults, !security.at("/capabilities").has("add"), "adds capabilities");
        require(
                faults,
                security.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                "has no seccomp profile");
        for (var resource : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            require(faults, container.path("resources").at(resource).isValueNode(), "has no " + resource);
        }
        var image = container.path("image").asText();
        require(faults, image.matches(".+:[^:/]+") && !image.endsWith(":latest"), "has an image without a version");
        if (manifest.is("Deployment")) {
            for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                require(faults, container.at("/" + probe + "/httpGet").isObject(), "has no " + probe);
            }
        }
        return faults.stream();
    }

    private static void require(List<String> faults, boolean isMet, String fault) {
        if (!isMet) {
            faults.add(fault);
        }
    }
}
