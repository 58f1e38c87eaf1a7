package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.keycloak.Tokens;
import java.util.List;
import java.util.Map;

/** Puts agencies, desks, measures and agreements in place, as the registrar does. */
final class DirectoryLoad {

    private static final String REGISTRAR = "rita.reg";
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
        Map<String, String> headers = Map.of("Content-Type", "application/json");
        Api.expectSuccess("PUT " + path, api.send("PUT", path, tokens.of(REGISTRAR), headers, document.toString()));
    }
}
