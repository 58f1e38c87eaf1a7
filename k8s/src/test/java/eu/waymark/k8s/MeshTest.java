package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.k8s.check.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic between pods is encrypted by what {@code tls.mesh} names, and its sidecars can reach what they need. */
@NeedsHelm
class MeshTest {

    private static final String LINKERD = "config.linkerd.io/default-inbound-policy";

    @ParameterizedTest
    @CsvSource({"linkerd, linkerd, 8086", "istio, istio-system, 15012"})
    void eachServiceAndTheTestReachTheControlPlane(String mesh, String namespace, int port) {
        var release = Chart.production().with("tls.mesh", mesh).render();
        for (var name : List.of("gateway", "register", "referral", "identity", "audit", "test")) {
            assertThat(opened(release, "waymark-" + name, namespace)).as(name).contains(port);
        }
        assertThat(opened(release, "waymark-register-migrate", namespace)).isEmpty();
    }

    @Test
    void sidecarsOfLinkerdReachEachOtherAndTakeNothingPlain() {
        var release = Chart.production().with("tls.mesh", "linkerd").render();
        assertThat(policy(release, "waymark-register")
                        .at("/spec/ingress/0/ports")
                        .findValuesAsText("port"))
                .containsExactly("8080", "4143");
        var annotations = pod(release, "Deployment", "waymark-register").path("annotations");
        assertThat(annotations.path(LINKERD).asText()).isEqualTo("all-authenticated");
        assertThat(annotations.path("linkerd.io/inject").asText()).isEqualTo("enabled");
    }

    @Test
    void istioTakesNothingPlain() {
        var release = Chart.production().with("tls.mesh", "istio").render();
        assertThat(release)
                .filteredOn(manifest -> manifest.is("PeerAuthentication"))
                .singleElement()
                .satisfies(strict ->
                        assertThat(strict.at("/spec/mtls/mode").asText()).isEqualTo("STRICT"));
        assertThat(pod(release, "Deployment", "waymark-audit")
                        .at("/labels")
                        .path("sidecar.istio.io/inject")
                        .asText())
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({"linkerd, linkerd.io/inject, disabled", "istio, sidecar.istio.io/inject, false"})
    void migrationsHaveNoSidecarThatWouldNotEndWithThem(String mesh, String key, String value) {
        var release = Chart.production().with("tls.mesh", mesh).render();
        assertThat(release.stream().filter(manifest -> manifest.is("Job")))
                .hasSize(4)
                .allSatisfy(job -> assertThat(job.pod()
                                .path("metadata")
                                .path("annotations")
                                .path(key)
                                .asText())
                        .isEqualTo(value));
    }

    @Test
    void aControlPlaneElsewhereIsReachedThere() {
        var release = Chart.production()
                .with("networkPolicy.mesh.to[0].namespaceSelector.matchLabels.mesh", "here")
                .with("networkPolicy.mesh.ports[0]", 9443)
                .render();
        assertThat(policy(release, "waymark-register").toString())
                .contains("{\"mesh\":\"here\"}")
                .contains("9443");
        assertThat(opened(release, "waymark-register", "linkerd")).isEmpty();
    }

    @Test
    void aNetworkThatEncryptsNeedsNothing() {
        var text = Chart.production().with("tls.mesh", "network").text();
        assertThat(text).doesNotContain("linkerd").doesNotContain("istio");
    }

    @Test
    void nobodyWhoEncryptsIsRefused() {
        var chart = Chart.production().with("tls.mesh", "");
        assertThatThrownBy(chart::text).hasMessageContaining("Nobody encrypts between pods: set tls.mesh");
    }

    /** The ports that a policy opens towards a namespace. */
    private static List<Integer> opened(List<Manifest> release, String name, String namespace) {
        return Manifest.elements(policy(release, name).at("/spec/egress"))
                .filter(rule -> rule.path("to").toString().contains("\"" + namespace + "\""))
                .flatMap(rule -> Manifest.elements(rule.path("ports")))
                .map(port -> port.path("port").asInt())
                .toList();
    }

    private static JsonNode policy(List<Manifest> release, String name) {
        return named(release, "NetworkPolicy", name).findFirst().orElseThrow().json();
    }

    private static JsonNode pod(List<Manifest> release, String kind, String name) {
        return named(release, kind, name).findFirst().orElseThrow().pod().path("metadata");
    }

    private static Stream<Manifest> named(List<Manifest> release, String kind, String name) {
        return release.stream()
                .filter(manifest -> manifest.is(kind) && manifest.name().equals(name));
    }
}
