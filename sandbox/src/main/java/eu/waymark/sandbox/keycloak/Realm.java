package eu.waymark.sandbox.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Json;
import eu.waymark.sandbox.state.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The realm {@code waymark}: everything but its secrets is in {@code realm/waymark-realm.json}; passwords and client
 * secrets are this sandbox's own.
 */
public final class Realm {

    /** The only client with the password grant. */
    public static final String SANDBOX_CLIENT = "waymark-sandbox";

    private static final String FILE = "/realm/waymark-realm.json";
    private static final String SERVICE_ACCOUNT_OF = "serviceAccountClientId";

    private final JsonNode file;
    private final Secrets secrets;

    private Realm(JsonNode file, Secrets secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    public static Realm load(Secrets secrets) throws IOException {
        try (InputStream content = Realm.class.getResourceAsStream(FILE)) {
            if (content == null) {
                throw new SandboxProblem("The sandbox was packaged without " + FILE);
            }
            return new Realm(Json.mapper().readTree(content), secrets);
        }
    }

    /** The people, with their passwords. */
    public List<Account> accounts() {
        return users().filter(user -> !user.has(SERVICE_ACCOUNT_OF))
                .map(this::account)
                .toList();
    }

    /** The agencies' portals, with their secrets. */
    public List<Machine> machines() {
        return users().filter(user -> user.has(SERVICE_ACCOUNT_OF)
                        && user.at("/attributes/agency").isArray())
                .map(this::machine)
                .toList();
    }

    /** The secret of a confidential client. */
    public static String clientSecret(String clientId, Secrets secrets) {
        return secrets.password("client." + clientId);
    }

    /** The file as Keycloak imports it, secrets included. */
    String withSecrets() throws IOException {
        JsonNode complete = file.deepCopy();
        for (JsonNode client : complete.path("clients")) {
            if (!client.path("publicClient").asBoolean()) {
                ((ObjectNode) client)
                        .put("secret", clientSecret(client.path("clientId").asText(), secrets));
            }
        }
        for (JsonNode user : complete.path("users")) {
            if (!user.has(SERVICE_ACCOUNT_OF)) {
                ((ObjectNode) user)
                        .putArray("credentials")
                        .addObject()
                        .put("type", "password")
                        .put("value", accountPassword(user))
                        .put("temporary", false);
            }
        }
        return Json.mapper().writeValueAsString(complete);
    }

    private Stream<JsonNode> users() {
        return StreamSupport.stream(file.path("users").spliterator(), false);
    }

    private Account account(JsonNode user) {
        return new Account(
                user.path("username").asText(),
                accountPassword(user),
                user.path("firstName").asText() + " " + user.path("lastName").asText(),
                attribute(user, "agency"),
                attribute(user, "country"),
                attribute(user, "agency_type"),
                texts(user.path("realmRoles")),
                texts(user.at("/attributes/purposes")));
    }

    private Machine machine(JsonNode user) {
        String client = user.path(SERVICE_ACCOUNT_OF).asText();
        return new Machine(
                client,
                clientSecret(client, secrets),
                attribute(user, "agency"),
                attribute(user, "country"),
                attribute(user, "agency_type"),
                texts(user.path("realmRoles")),
                texts(user.at("/attributes/purposes")));
    }

    private String accountPassword(JsonNode user) {
        return secrets.password("account." + user.path("username").asText());
    }

    private static String attribute(JsonNode user, String name) {
        return user.path("attributes").path(name).path(0).asText();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
