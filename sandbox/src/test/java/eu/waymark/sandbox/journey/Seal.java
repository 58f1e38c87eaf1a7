package eu.waymark.sandbox.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a child of Kent's is hidden in Leeds, and where those who are named find it. */
final class Seal {

    static final String LIST = "/api/register/v1/sealed-entries";
    static final String PATH = LIST + "/";

    private Seal() {}

    /** Leeds is responsible, and two people there know. */
    static ObjectNode toLeeds() {
        var waymark = Waymark.running();
        var sealing = Casework.json().put("responsible", "GB-LEEDS").put("reason", "They know the address.");
        var workers = sealing.putArray("workers");
        workers.addObject().put("subject", waymark.subjectOf("tom.gb")).put("name", waymark.nameOf("tom.gb"));
        workers.addObject().put("subject", "another-worker-in-leeds").put("name", "Olive Hart");
        return sealing;
    }

    /** What somebody who is named reads of an entry. */
    static JsonNode truth(Person named, String entry) {
        return named.get(LIST + "?limit=200").expect(200).items().stream()
                .filter(one -> one.path("entryId").asText().equals(entry))
                .findFirst()
                .orElseThrow();
    }
}
