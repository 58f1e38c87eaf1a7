package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a service of the chart writes is what docs/operations/logs.md says, for machines and for people. */
@NeedsHelm
class LogsIT {

    private static final String CHILD = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Test
    void eachLineIsAnObjectOfTheListedFields() throws Exception {
        var told = told(Chart.trial());
        var listed = Files.readString(Path.of("..", "docs", "operations", "logs.md"));

        assertThat(fields(told.lines())).isNotEmpty().allSatisfy(field -> assertThat(listed)
                .contains("| `" + field + "`"));
        assertThat(told.lines()).allSatisfy(line -> assertThat(line).doesNotContain(CHILD));
    }

    @Test
    void aRequestIsFoundByItsIdAndNotByTheChild() throws Exception {
        var told = told(Chart.trial());

        assertThat(told.lines().stream().map(LogsIT::read))
                .filteredOn(line -> line.at("/mdc/requestId").asText().equals(told.requestId()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("loggerName").asText()).isEqualTo("eu.waymark.gateway.access");
                    assertThat(line.path("service").asText()).isEqualTo("gateway");
                    assertThat(line.path("level").asText()).isEqualTo("INFO");
                    assertThat(line.path("message").asText()).contains(" 401 ").doesNotContain(CHILD);
                });
    }

    @Test
    void peopleMayHaveText() throws Exception {
        var told = told(Chart.trial().with("logs.format", "text"));

        assertThat(told.lines()).anySatisfy(line -> assertThat(line).contains(told.requestId()));
        assertThatThrownBy(() -> fields(told.lines())).hasRootCauseInstanceOf(JsonProcessingException.class);
    }

    /** @param requestId of one request that was refused, about a child */
    private record Told(String requestId, List<String> lines) {}

    private static Told told(Chart chart) throws IOException, InterruptedException {
        var gateway = RunningGateway.of(chart);
        String requestId;
        try (gateway;
                var http = HttpClient.newHttpClient()) {
            var address = "http://127.0.0.1:" + gateway.port() + "/api/register/v1/entries/" + CHILD;
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
            requestId = answer.headers().firstValue("Request-Id").orElseThrow();
        }
        return new Told(requestId, gateway.lines());
    }

    private static Set<String> fields(List<String> lines) {
        Set<String> names = new TreeSet<>();
        lines.forEach(line -> read(line).fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException("No JSON: " + line, other);
        }
    }
}
