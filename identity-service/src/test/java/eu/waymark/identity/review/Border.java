package eu.waymark.identity.review;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Agencies of two countries that no other test uses, and so a queue of their own. */
final class Border {

    static final String REVIEWS = "/api/identity/v1/reviews";
    static final String SAME = "{\"verdict\":\"same\",\"reason\":\"records-agree\",\"note\":\"Same aunt.\"}";
    static final String DIFFERENT = "{\"verdict\":\"different\",\"reason\":\"records-contradict\"}";
    static final String UNSURE =
            "{\"verdict\":\"unsure\",\"reason\":\"too-little-known\",\"note\":\"Ask the school about the scar.\"}";

    final String suffix = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    /** A family that no other test has, so that its children are like nobody else's. */
    final String family = madeUp();

    final String given = madeUp();
    /** Written as it sounds. */
    final String misspelt = doubled(given, 2);

    final String birth = "20%02d-0%d-1%d".formatted(random(8, 16), random(1, 10), random(0, 10));

    final Tokens leeds = at("GB-" + suffix, "GB", "practitioner");
    final Tokens colleague = at("GB-" + suffix, "GB", "practitioner");
    final Tokens rotterdam = at("NL-" + suffix, "NL", "practitioner");
    final Tokens ministry = at("NL-CA-" + suffix, "NL", "central-authority").agencyType("central-authority");

    private final FindingPairs finding;

    Border(FindingPairs finding) {
        this.finding = finding;
        forgetWhoWaits();
    }

    /** Imports of other tests leave thousands, and their pairs are nothing to these tests. */
    private static void forgetWhoWaits() {
        try {
            Rows.change("delete from guarded.pairing");
        } catch (SQLException failed) {
            throw new AssertionError("The queue cannot be emptied", failed);
        }
    }

    void correct(String record, int seen, String reason, String name, String more) {
        Api.as(leeds, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body(
                        "{\"reason\":\"%s\",\"names\":[{\"given\":\"%s\",\"family\":\"%s\"}],\"births\":[\"%s\"],\"sex\":2%s}"
                                .formatted(reason, name, family, birth, more))
                .put("/api/identity/v1/persons/" + record)
                .then()
                .statusCode(200);
    }

    /** One pair across the border, and its review. */
    String pair() {
        recorded(leeds, given, family, birth);
        recorded(rotterdam, misspelt, family, birth.substring(0, 7));
        finding.run();
        return onlyReview(leeds);
    }

    private static String madeUp() {
        var name = new StringBuilder();
        for (var syllable = 0; syllable < 5; syllable++) {
            name.append("bdfgklmnprstvz".charAt(random(0, 14))).append("aeiou".charAt(random(0, 5)));
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static String doubled(String name, int letter) {
        return name.substring(0, letter + 1) + name.substring(letter);
    }

    private static int random(int from, int below) {
        return ThreadLocalRandom.current().nextInt(from, below);
    }

    static Tokens at(String agency, String country, String role) {
        return Callers.of(agency, role, PURPOSE).country(country);
    }

    static String recorded(Tokens by, String given, String family, String birth) {
        return Children.recorded(by, named(given, family, birth, 2));
    }

    static ValidatableResponse queue(Tokens by) {
        return Api.as(by, PURPOSE).get(REVIEWS).then().statusCode(200);
    }

    static String onlyReview(Tokens by) {
        return queue(by).body("items", hasSize(1)).extract().path("items[0].id");
    }

    static ValidatableResponse claim(Tokens by, String review) {
        return Api.as(by, PURPOSE).post(REVIEWS + "/" + review + "/claim").then();
    }

    static ValidatableResponse read(Tokens by, String review) {
        return Api.as(by, PURPOSE).get(REVIEWS + "/" + review).then();
    }

    static ValidatableResponse decide(Tokens by, String review, String decision) {
        return Api.as(by, PURPOSE)
                .body(decision)
                .post(REVIEWS + "/" + review + "/decision")
                .then();
    }

    static ValidatableResponse confirm(Tokens by, String review, boolean agree) {
        return Api.as(by, PURPOSE)
                .body("{\"agree\":" + agree + "}")
                .post(REVIEWS + "/" + review + "/confirmation")
                .then();
    }

    static String onlyRecord(Tokens by) {
        return Api.as(by, PURPOSE)
                .get("/api/identity/v1/persons")
                .then()
                .extract()
                .path("items[0].id");
    }

    static ValidatableResponse identity(Tokens by, String record) {
        return Api.as(by, PURPOSE)
                .get("/api/identity/v1/identities/of-record/" + record)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse identityOfOnlyRecord(Tokens by) {
        return identity(by, onlyRecord(by));
    }
}
