package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.access.AccessPolicy;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.Response;
import java.util.UUID;

/** Access policies, and how they are published and explained. */
final class PolicyDocuments {

    static final String POLICIES = "/api/register/v1/policies";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyDocuments() {}

    static void backToShipped() {
        published(AccessPolicy.shippedDocument());
    }

    static Response explain(Tokens by, String purpose, String asked, String about) {
        var request = Api.as(by, purpose).queryParam("asked", asked);
        return (about == null ? request : request.queryParam("about", about)).get(POLICIES + "/explanations");
    }

    /** The shipped policy, under a version of its own, without one of its rules. */
    static String without(String rule) {
        try {
            var document = (ObjectNode) JSON.readTree(AccessPolicy.shippedDocument());
            document.put("version", "test-" + UUID.randomUUID());
            var rules = document.withArray("rules");
            for (var at = rules.size() - 1; at >= 0; at--) {
                if (rules.get(at).path("id").asText().equals(rule)) {
                    rules.remove(at);
                }
            }
            return document.toString();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static String version(String document) {
        return AccessPolicy.parse(document).version();
    }

    static void published(String document) {
        published(document, null);
    }

    static void published(String document, String validFrom) {
        var proposed = propose(version(document), document, validFrom);
        if (proposed.statusCode() == 202) {
            Scene.confirm(Scene.greta(), proposed.path("id")).then().statusCode(200);
        } else {
            assertThat(proposed.statusCode()).isEqualTo(204);
        }
    }

    static Response propose(String version, String document, String validFrom) {
        var body =
                "{\"document\":" + document + (validFrom == null ? "" : ",\"validFrom\":\"" + validFrom + "\"") + "}";
        return Scene.propose(Scene.rita(), "policies/" + version, body);
    }
}
