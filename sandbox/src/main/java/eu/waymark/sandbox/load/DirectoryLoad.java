package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.keycloak.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts agencies, desks, measures and agreements in place as registrars do: one proposes, another one confirms. */
final class DirectoryLoad {

    private static final String PROPOSES = "rita.reg";
    private static final String CONFIRMS = "greta.reg";
    private static final String CHANGES = "/api/register/v1/directory-changes/";
    private static final int PROPOSED = 202;
    private static final int VERSION_NEEDED = 428;
    // A desk belongs to an agency, so agencies come first.
    private static final List<String> KINDS = List.of("agencies", "desks", "measures", "agreements");

    private final Api api;
    private final Tokens tokens;

    DirectoryLoad(Api api, Tokens tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** Creates or replaces every document; returns how many there are. */
    int load() {
        JsonNode directory = Demonstration.read("directory.json");
        int count = 0;
        for (String kind : KINDS) {
            for (Map.Entry<String, JsonNode> document : directory.path(kind).properties()) {
                put("/api/register/v1/" + kind + "/" + document.getKey(), document.getValue());
                count++;
            }
        }
        return count;
    }

    private void put(String path, JsonNode document) {
        Api.Answer answer = propose(path, document, Map.of());
        if (answer.status() == VERSION_NEEDED) {
            String seen =
                    api.send("GET", path, tokens.of(PROPOSES), Map.of(), "").tag();
            answer = propose(path, document, Map.of("If-Match", seen));
        }
        JsonNode change = Api.expectSuccess("PUT " + path, answer);
        if (answer.status() == PROPOSED) {
            confirm(change.path("id").asText());
        }
    }

    private Api.Answer propose(String path, JsonNode document, Map<String, String> seen) {
        Map<String, String> headers = new HashMap<>(seen);
        headers.put("Content-Type", "application/json");
        return api.send("PUT", path, tokens.of(PROPOSES), headers, document.toString());
    }

    private void confirm(String change) {
        String path = CHANGES + change + "/confirmations";
        Api.expectSuccess("POST " + path, api.send("POST", path, tokens.of(CONFIRMS), Map.of(), ""));
    }
}
