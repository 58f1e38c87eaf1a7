package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.k8s.check.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart is written by hand; what the build knows of a service, its ports and the paths of its probes, is held against it. */
@NeedsHelm
class DriftIT {

    @ParameterizedTest
    @CsvSource({"gateway", "register-service", "referral-service", "identity-service", "audit-service"})
    void portsAndProbesAreThoseOfTheBuild(String module) throws IOException {
        assertThat(facts(deployment(Chart.small().render().stream(), module))).isEqualTo(facts(built(module)));
    }

    @Test
    void aChartThatDriftedIsNoticed() throws IOException {
        var drifted = deployment(Chart.small().render().stream(), "gateway");
        ((ObjectNode) drifted.at("/livenessProbe/httpGet")).put("path", "/health");
        assertThat(facts(drifted)).isNotEqualTo(facts(built("gateway")));
    }

    private static JsonNode built(String module) throws IOException {
        var file = Path.of("..", module, "target", "kubernetes", "kubernetes.yml");
        assertThat(file).as("build the services first: ./mvnw verify").exists();
        return deployment(Manifest.parse(Files.readString(file)).stream(), module);
    }

    private static JsonNode deployment(Stream<Manifest> manifests, String module) {
        return manifests
                .filter(manifest -> manifest.is("Deployment"))
                .flatMap(Manifest::containers)
                .filter(container -> container.path("name").asText().equals(module))
                .findFirst()
                .orElseThrow();
    }

    /** Ports by name, and of each probe the path and the number of the port. */
    private static Map<String, String> facts(JsonNode container) {
        var facts = new TreeMap<String, String>();
        Manifest.elements(container.path("ports"))
                .forEach(port -> facts.put(
                        port.path("name").asText(), port.path("containerPort").asText()));
        for (var probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
            var get = container.at("/" + probe + "/httpGet");
            var port = get.path("port").asText();
            facts.put(probe, get.path("path").asText() + " at " + facts.getOrDefault(port, port));
        }
        return facts;
    }
}
