package eu.waymark.referral;

import eu.waymark.platform.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What identity knows in a test. */
public final class Identity {

    private Identity() {}

    /** A new person record of that agency; its tag is {@link #tag}. */
    public static UUID personOf(String agency) {
        var id = UUID.randomUUID();
        put("/internal/v1/persons/" + id, """
                {"recordId": "%s", "tag": "%s", "agency": "%s", "country": "GB", "addedLater": true}""".formatted(id, tag(id), agency));
        return id;
    }

    public static String tag(UUID person) {
        return "tag-of-" + person;
    }

    /** Tells that two records are one child, as identity's relay does. */
    public static void linked(UUID one, UUID other) {
        var identity = UUID.randomUUID();
        told("person.linked", one, identity);
        told("person.linked", other, identity);
    }

    /** Tells that they are not: each has its own identity back, and one of them keeps that of both. */
    public static void unlinked(UUID one, UUID other) {
        told("person.unlinked", one, one);
        told("person.unlinked", other, UUID.randomUUID());
    }

    private static void told(String type, UUID record, UUID identity) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("identity-service"))
                .body("""
                        [{"specversion": "1.0", "id": "%s", "source": "identity-service", "type": "%s", "subject": "%s",
                          "time": "2026-03-02T09:00:00Z", "data": {"recordId": "%s", "identityId": "%s"}}]""".formatted(UUID.randomUUID(), type, record, record, identity))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    /** Lets identity answer about the age of a person, whatever is moved there. */
    public static void knowsAge(UUID person, String state) {
        put(ofRecord(person), "{\"id\": \"%s\", \"addedLater\": true}".formatted(person));
        put("/api/identity/v1/identities/" + person + "/age-status", """
                {"identityId": "%s", "state": "%s", "treatedAsChild": true, "version": 0, "history": []}""".formatted(person, state));
    }

    /** Lets identity answer that it knows nothing of the age, as to whoever may not move it. */
    public static void knowsNoAge(UUID person) {
        RestAssured.given().delete(url() + ofRecord(person)).then().statusCode(204);
    }

    private static String ofRecord(UUID person) {
        return "/api/identity/v1/identities/of-record/" + person;
    }

    /** Does something while identity gives no answer. */
    public static void whileAway(Runnable action) {
        during("/away", action);
    }

    /** Does something while no token can be exchanged for identity. */
    public static void whileNoTokensAreExchanged(Runnable action) {
        during("/no-tokens", action);
    }

    private static void during(String trouble, Runnable action) {
        put(trouble, "");
        try {
            action.run();
        } finally {
            RestAssured.given().delete(url() + trouble).then().statusCode(204);
        }
    }

    private static void put(String path, String answer) {
        RestAssured.given().body(answer).put(url() + path).then().statusCode(204);
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("waymark.services.identity.url", String.class);
    }
}
