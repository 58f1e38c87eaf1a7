package eu.waymark.referral.referral;

import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A referral that Leeds has sent to Lyon. */
record Sent(UUID id, UUID person) {

    static final String PATH = "/api/referral/v1/referrals";
    static final String REASON = "Moved to Lyon with her mother; please assess at the new home.";

    static Sent byLeedsToLyon() {
        return byLeedsToLyon(REASON);
    }

    static Sent byLeedsToLyon(String reason) {
        Directory.isKnown();
        return about(Identity.personOf(Workers.LEEDS), reason);
    }

    static Sent about(UUID person, String reason) {
        var id = Workers.leeds()
                .body(body(person, Workers.LYON, reason))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .extract()
                .<String>path("id");
        return new Sent(UUID.fromString(id), person);
    }

    static String body(UUID person, String toAgency, String reason) {
        return """
                {"personRecordId": "%s", "toAgency": "%s", "kind": "assessment", "urgency": "urgent", "reason": "%s"}""".formatted(person, toAgency, reason);
    }

    /** Makes a move on a version of it, and expects it to go well. */
    Sent move(RequestSpecification by, int version, String move, String body) {
        moving(by, version, move, body).then().statusCode(200);
        return this;
    }

    Response moving(RequestSpecification by, int version, String move, String body) {
        return by.header("If-Match", "\"" + version + "\"").body(body).post(path() + "/" + move);
    }

    String path() {
        return PATH + "/" + id;
    }

    String decisions() {
        return path() + "/decisions";
    }

    String revocations() {
        return path() + "/revocations";
    }

    /** Records what the French guideline demands before the work ends. */
    void takeSteps() {
        Workers.lyon()
                .post("/api/referral/v1/guideline-steps/" + id + "/FR-REF-PARENTS/completions")
                .then()
                .statusCode(200);
    }
}
