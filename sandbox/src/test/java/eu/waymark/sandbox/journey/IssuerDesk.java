package eu.waymark.sandbox.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.sandbox.keycloak.Realm;
import eu.waymark.sandbox.state.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Who keeps the accounts at the issuer: an agency's own administration, which Waymark has no part in. */
final class IssuerDesk {

    private static final String REALM = "/realms/waymark";

    private final Waymark waymark;
    private final String server;

    IssuerDesk(Waymark waymark) {
        this.waymark = waymark;
        var issuer = waymark.sandbox().issuer().toString();
        this.server = issuer.substring(0, issuer.length() - REALM.length());
    }

    /** What the issuer says to somebody's name and password. */
    JsonNode login(String username) {
        var account = waymark.sandbox().realm().accounts().stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseThrow();
        return waymark.sandbox().tokens().grant(form(Realm.SANDBOX_CLIENT, username, account.password()));
    }

    private static Map<String, String> form(String client, String username, String password) {
        return Map.of("grant_type", "password", "client_id", client, "username", username, "password", password);
    }

    /** Closes an account, or opens it again; nothing else of it changes. */
    void open(String username, boolean isOpen) {
        var user = URI.create(server + "/admin" + REALM + "/users/" + waymark.subjectOf(username));
        var admin = "Bearer " + adminToken();
        var account = (ObjectNode) waymark.send(
                        waymark.requestTo(user).header("Authorization", admin).GET())
                .expect(200)
                .body();
        waymark.send(waymark.requestTo(user)
                        .header("Authorization", admin)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(
                                account.put("enabled", isOpen).toString())))
                .expect(204);
    }

    private String adminToken() {
        var form = form("admin-cli", "admin", secrets().password("keycloak.admin"));
        return waymark.send(waymark.requestTo(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")))))
                .expect(200)
                .string("access_token");
    }

    private Secrets secrets() {
        try {
            return Secrets.open(waymark.sandbox().settings().state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
