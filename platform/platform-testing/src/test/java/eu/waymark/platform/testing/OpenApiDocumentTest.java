package eu.waymark.platform.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The check of every answer against the OpenAPI document can fail: for each way an answer can break it. */
class OpenApiDocumentTest {

    private static final String JSON = "application/json";

    private final OpenApiDocument document = new OpenApiDocument(json("""
            {"openapi":"3.1.0","paths":{"/children/{id}":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
             {"$ref":"#/components/schemas/Child"}}}},"404":{"description":"none"}}}}},"components":{"schemas":{"Child":
             {"type":"object","required":["id"],"properties":{"id":{"type":"string"},"age":{"type":["integer","null"]}}}}}}"""));

    @Test
    void an_answer_as_documented_passes() {
        assertThatCode(() -> document.check("GET", "/children/7", 200, JSON, json("{\"id\":\"7\",\"age\":null}")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_wrong_type_is_caught() {
        assertBreaks("GET", "/children/7", 200, JSON, "{\"id\":7}", "$.id");
    }

    @Test
    void a_missing_property_is_caught() {
        assertBreaks("GET", "/children/7", 200, JSON, "{\"age\":3}", "id");
    }

    @Test
    void an_undocumented_status_is_caught() {
        assertBreaks("GET", "/children/7", 418, JSON, "{}", "undocumented status");
    }

    @Test
    void an_undocumented_media_type_is_caught() {
        assertBreaks("GET", "/children/7", 200, "application/problem+json", "{}", "undocumented media type");
    }

    @Test
    void an_undocumented_operation_and_path_are_caught() {
        assertBreaks("POST", "/children/7", 201, JSON, "{}", "undocumented operation");
        assertBreaks("GET", "/parents/7", 200, JSON, "{}", "undocumented path");
    }

    private void assertBreaks(String method, String path, int status, String type, String body, String reason) {
        assertThatThrownBy(() -> document.check(method, path, status, type, json(body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
