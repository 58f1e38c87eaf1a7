package eu.waymark.referral;

import io.restassured.RestAssured;
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
