package eu.waymark.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks every answer of a service against the OpenAPI document that the same service publishes. */
public final class OpenApiContract implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, OpenApiDocument> DOCUMENTS = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var uri = URI.create(request.getURI());
        document(uri)
                .check(request.getMethod(), uri.getPath(), response.statusCode(), mediaType(response), body(response));
        return response;
    }

    private static OpenApiDocument document(URI uri) {
        return DOCUMENTS.computeIfAbsent(
                uri.getAuthority(),
                authority -> new OpenApiDocument(parse(RestAssured.given()
                        .queryParam("format", "json")
                        .get("http://" + authority + "/q/openapi")
                        .asString())));
    }

    private static String mediaType(Response response) {
        var type = response.contentType();
        return type == null ? "" : type.split(";")[0].strip();
    }

    private static JsonNode body(Response response) {
        return mediaType(response).endsWith("json") ? parse(response.asString()) : JSON.missingNode();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("The service sent malformed JSON", malformed);
        }
    }
}
