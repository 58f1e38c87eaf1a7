package eu.waymark.register.webhook;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.register.Scene;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A portal of Kent's that is registered for each test, and goes after it. */
abstract class RegisteredPortal {

    static final String WEBHOOKS = "/api/register/v1/webhooks";

    @Inject
    DeliveringWebhooks delivering;

    final Receiver portal = new Receiver();
    String id = "";
    String secret = "";

    @BeforeEach
    void aPortalIsRegistered() throws SQLException {
        Scene.directory();
        sql("update webhook_delivery set created_at = created_at - interval '1 hour' where is_test");
        var made = register(portal.url()).statusCode(201).body("secret", startsWith("whsec_"));
        id = made.extract().path("id");
        secret = made.extract().path("secret");
    }

    @AfterEach
    void andGoes() {
        Api.as(registrar("GB-KENT")).delete(WEBHOOKS + "/" + id);
        portal.close();
    }

    static Tokens registrar(String agency) {
        return Tokens.person("registrar-" + agency).agency(agency).country("GB").roles("registrar");
    }

    ValidatableResponse register(String url) {
        return Api.as(registrar("GB-KENT"))
                .body("{\"url\":\"" + url + "\"}")
                .post(WEBHOOKS)
                .then();
    }

    ValidatableResponse read() {
        return Api.as(registrar("GB-KENT")).get(WEBHOOKS + "/" + id).then().statusCode(200);
    }

    ValidatableResponse change(int version, String status) {
        var request =
                Api.as(registrar("GB-KENT")).body("{\"url\":\"" + portal.url() + "\",\"status\":\"" + status + "\"}");
        return (version < 0 ? request : request.header("If-Match", "\"" + version + "\""))
                .put(WEBHOOKS + "/" + id)
                .then();
    }

    ValidatableResponse deliveries(String which) {
        return Api.as(registrar("GB-KENT"))
                .get(WEBHOOKS + "/" + id + "/" + which)
                .then()
                .statusCode(200);
    }

    void test() {
        Api.as(registrar("GB-KENT"))
                .post(WEBHOOKS + "/" + id + "/tests")
                .then()
                .statusCode(202)
                .body("status", is("pending"));
    }

    void fallDue() throws SQLException {
        sql(
                "update webhook_delivery set due_at = now() - interval '1 second' where status = 'pending' and webhook_id = '"
                        + id + "'");
    }

    static void sql(String statement) throws SQLException {
        try (var owner = Database.asOwner();
                var execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }
}
