package eu.waymark.register;

import static eu.waymark.register.Scene.NOTIFICATIONS;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import java.util.List;

/** What people are told. */
final class Inboxes {

    private Inboxes() {}

    /** The kinds of what a reader is told of one thing. */
    static List<String> inbox(Tokens reader, String reference) {
        return Api.as(reader, "CP-PLAN")
                .queryParam("limit", 200)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.reference == '" + reference + "' }.kind");
    }
}
