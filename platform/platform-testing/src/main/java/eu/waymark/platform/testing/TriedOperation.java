package eu.waymark.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An operation that a service publishes.
 *
 * @param name as {@code GET /path/{id}}
 */
record TriedOperation(String name, JsonNode operation, SampleRequest sample) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** All that the service under test publishes. */
    static List<TriedOperation> all() {
        var document = document();
        var all = new ArrayList<TriedOperation>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    all.add(new TriedOperation(
                            operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            operation.getValue(),
                            new SampleRequest(document, operation.getValue())));
                }
            }
        }
        return all;
    }

    /** The query parameters that it documents, each with a value that may or may not be one of it. */
    Map<String, String> query() {
        var parameters = new TreeMap<String, String>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                parameters.put(
                        parameter.path("name").asText(),
                        parameter.path("example").asText("1"));
            }
        }
        return parameters;
    }

    Response call(TriedCaller caller, String pathParameter, String body, Map<String, String> query) {
        var request = RestAssured.given()
                .auth()
                .oauth2(caller.token())
                .header("If-Match", "\"0\"")
                .header("Legal-Basis", "hague-1996-34")
                .queryParams(query);
        if (!caller.purpose().isEmpty()) {
            request.header("Purpose-Of-Use", caller.purpose());
        }
        if (!body.isEmpty()) {
            request.contentType(sample.mediaType()).body(body.getBytes(StandardCharsets.UTF_8));
        }
        var parts = name.split(" ");
        return request.request(parts[0], parts[1].replaceAll("\\{[^/]+}", pathParameter));
    }

    private static JsonNode document() {
        try {
            return JSON.readTree(RestAssured.given()
                    .queryParam("format", "json")
                    .get("/q/openapi")
                    .asString());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("The service has no OpenAPI document", malformed);
        }
    }
}
