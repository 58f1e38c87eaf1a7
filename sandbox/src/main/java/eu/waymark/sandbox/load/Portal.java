package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.keycloak.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An agency's portal as a machine, bringing in children the way any agency brings in what it has. */
final class Portal {

    private static final String ALREADY_ENTERED = "already-entered";

    private final String clientId;
    private final Api api;
    private final Tokens tokens;

    Portal(String clientId, Api api, Tokens tokens) {
        this.clientId = clientId;
        this.api = api;
        this.tokens = tokens;
    }

    static Portal of(String country, Api api, Tokens tokens) {
        return new Portal("portal-" + country.toLowerCase(Locale.ROOT), api, tokens);
    }

    /** Imports person records; returns the record id of each external id. */
    Map<String, String> importPeople(List<ObjectNode> people) {
        String lines = people.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
        Api.Answer answer = api.send(
                "POST",
                "/api/identity/v1/imports",
                tokens.ofMachine(clientId),
                Map.of("Content-Type", "application/x-ndjson", "Purpose-Of-Use", "SYSTEM"),
                lines);
        Map<String, String> records = new HashMap<>();
        for (JsonNode line :
                Api.expectSuccess("The import of " + clientId, answer).path("records")) {
            records.put(line.path("externalId").asText(), line.path("recordId").asText());
        }
        return records;
    }

    /** Enters a child of this agency, once however often it is asked to. */
    void enter(String personRecordId, ObjectNode entry) {
        entry.put("personRecordId", personRecordId);
        Api.Answer answer = api.send(
                "POST",
                "/api/register/v1/entries",
                tokens.ofMachine(clientId),
                Map.of(
                        "Content-Type", "application/json",
                        "Purpose-Of-Use", "SYSTEM",
                        "Idempotency-Key", "load-" + personRecordId),
                entry.toString());
        if (!answer.problem().equals(ALREADY_ENTERED)) {
            Api.expectSuccess("An entry by " + clientId, answer);
        }
    }
}
