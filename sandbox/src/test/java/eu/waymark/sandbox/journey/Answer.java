package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpHeaders;
import java.util.List;

/**
 * What came back.
 *
 * @param body missing when it was no JSON
 */
record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

    /** For the steps that lead to what is tested: they must go well. */
    Answer expect(int expected) {
        assertThat(status).as("answered %s", text).isEqualTo(expected);
        return this;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String requestId() {
        return header("Request-Id");
    }

    String string(String field) {
        return body.path(field).asText();
    }

    String id() {
        return string("id");
    }

    /** The code of a problem. */
    String code() {
        return string("code");
    }

    /** The rows of a page. */
    List<JsonNode> items() {
        return body.path("items").valueStream().toList();
    }

    /** A problem without what makes each one different. */
    JsonNode withoutRequestId() {
        var rest = ((ObjectNode) body).deepCopy();
        rest.remove("requestId");
        return rest;
    }
}
