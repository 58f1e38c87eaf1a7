package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.k8s.check.Check;
import eu.waymark.k8s.check.Containers;
import eu.waymark.k8s.check.Edges;
import eu.waymark.k8s.check.KnownFields;
import eu.waymark.k8s.check.Manifest;
import eu.waymark.k8s.check.PlainStrings;
import eu.waymark.k8s.check.Ports;
import eu.waymark.k8s.check.References;
import eu.waymark.k8s.check.Selectors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check can fail: one value of a good release is spoiled, and the check must say so. */
@NeedsHelm
class BadManifestTest {

    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private static String good;

    @BeforeAll
    static void render() {
        good = Chart.small()
                .with("ingress.mode", "ingress")
                .with("ingress.tlsSecret", "tls")
                .text();
    }

    /** A check, an object, an object within it, the field that is spoiled, its new value (none: removed), and what must be said. */
    static Stream<Arguments> spoiled() {
        return Stream.of(
                arguments(new KnownFields(), "Deployment", "/spec", "replcas", "3", "replcas"),
                arguments(new KnownFields(), "Deployment", "/spec", "selector", null, "selector"),
                arguments(new KnownFields(), "Service", "", "apiVersion", "v7", "knows no v7 Service"),
                arguments(new PlainStrings(), "ConfigMap", "/data", "QUARKUS_HTTP_PORT", "8080", "is no string"),
                arguments(
                        new PlainStrings(),
                        "Deployment",
                        "/metadata/labels",
                        "app.kubernetes.io/version",
                        "1.0",
                        "is no string"),
                arguments(new PlainStrings(), "Deployment", CONTAINER, "imagePullPolicy", "\"Sometimes\"", "none of"),
                arguments(
                        new Selectors(),
                        "Service",
                        "/spec/selector",
                        "app.kubernetes.io/name",
                        "\"registr\"",
                        "selects []"),
                arguments(new Selectors(), "Deployment", "/spec/selector/matchLabels", "tier", "\"x\"", "its own pods"),
                arguments(
                        new Selectors(),
                        "PodDisruptionBudget",
                        "/spec/selector/matchLabels",
                        "app.kubernetes.io/name",
                        null,
                        "selects ["),
                arguments(new Ports(), "Service", "/spec/ports/0", "targetPort", "\"https\"", "not there"),
                arguments(new Ports(), "Service", "/spec/ports/0", "protocol", null, "without a protocol"),
                arguments(
                        new Ports(),
                        "Deployment",
                        CONTAINER + "/readinessProbe/httpGet",
                        "port",
                        "\"health\"",
                        "not there"),
                arguments(
                        new Ports(),
                        "Ingress",
                        "/spec/rules/0/http/paths/0/backend/service",
                        "name",
                        "\"gate\"",
                        "leads to"),
                arguments(
                        new References(Checks.secrets()),
                        "Deployment",
                        CONTAINER + "/envFrom/0/configMapRef",
                        "name",
                        "\"x\"",
                        "ConfigMap x"),
                arguments(
                        new References(Checks.secrets()),
                        "Job",
                        CONTAINER + "/env/9/valueFrom/secretKeyRef",
                        "key",
                        "\"pass\"",
                        "nobody makes"),
                arguments(
                        new References(Checks.secrets()),
                        "Job",
                        "/spec/template/spec",
                        "serviceAccountName",
                        "\"x\"",
                        "ServiceAccount x"),
                arguments(new References(Checks.secrets()), "Job", "", "kind", "\"Deployment\"", "owner's login"),
                arguments(
                        new Containers(),
                        "Deployment",
                        CONTAINER + "/resources/limits",
                        "memory",
                        null,
                        "/limits/memory"),
                arguments(new Containers(), "Deployment", CONTAINER, "livenessProbe", null, "livenessProbe"),
                arguments(
                        new Containers(),
                        "Job",
                        CONTAINER + "/securityContext",
                        "readOnlyRootFilesystem",
                        "false",
                        "its root"),
                arguments(
                        new Containers(),
                        "Pod",
                        "/spec/containers/0/securityContext/capabilities",
                        "add",
                        "[\"NET_ADMIN\"]",
                        "adds"),
                arguments(new Containers(), "Deployment", CONTAINER, "image", "\"x:latest\"", "version"),
                arguments(
                        new Containers(),
                        "Job",
                        "/spec/template/spec",
                        "automountServiceAccountToken",
                        "true",
                        "token"),
                arguments(
                        new Edges(Checks.DRAWN),
                        "NetworkPolicy waymark-audit",
                        "/spec",
                        "ingress",
                        "[{}]",
                        "open: test -> audit"),
                arguments(
                        new Edges(Checks.DRAWN),
                        "NetworkPolicy waymark-register",
                        "/spec",
                        "egress",
                        "[]",
                        "shut: register -> identity"));
    }

    @ParameterizedTest(name = "{1} {2} {3}: {4}")
    @MethodSource("spoiled")
    void aSpoiledManifestIsRefused(Check check, String object, String place, String field, String value, String said) {
        // Given
        var release = Manifest.parse(good);
        assertThat(check.faults(release)).isEmpty();

        // When
        spoil(release, object, place, field, value);
        if (said.contains("test -> audit")) {
            spoil(release, "NetworkPolicy waymark-test", "/spec", "egress", "[{}]");
        }

        // Then
        assertThat(check.faults(release)).anySatisfy(fault -> assertThat(fault).contains(said));
    }

    private static void spoil(List<Manifest> release, String object, String place, String field, String value) {
        var manifest = release.stream()
                .filter(one -> one.toString().equals(object) || one.toString().startsWith(object + " waymark"))
                .filter(one -> place.isEmpty() || !one.at(place).isMissingNode())
                .findFirst()
                .orElseThrow();
        var spoiled = (ObjectNode) (place.isEmpty() ? manifest.json() : manifest.at(place));
        if (value == null) {
            spoiled.remove(field);
        } else {
            spoiled.set(field, parsed(value));
        }
    }

    private static JsonNode parsed(String value) {
        return ((ArrayNode) Manifest.parse("list: [" + value + "]").getFirst().at("/list")).get(0);
    }
}
