package eu.waymark.referral.contribution;

import eu.waymark.platform.testing.Api;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.restassured.response.Response;
import java.util.UUID;

/** A contribution that Leeds has asked an embassy for. */
record Asked(UUID id, UUID person, String code) {

    static final String PATH = "/api/referral/v1/contributions";
    static final String SUBMISSIONS = PATH + "/submissions";
    static final String ASK = "Which claims for benefits name this child?";
    static final String TEXT = "Three claims have named this child since May.";

    static Asked byLeeds() {
        var person = Identity.personOf(Workers.LEEDS);
        var answer = Workers.leeds()
                .body(body(person))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract();
        return new Asked(UUID.fromString(answer.path("id")), person, answer.path("code"));
    }

    static String body(UUID person) {
        return """
                {"personRecordId": "%s", "writer": "benefits", "aboutKind": "child", "ask": "%s"}""".formatted(person, ASK);
    }

    Response submit() {
        return submit(code);
    }

    static Response submit(String code) {
        return Workers.asked(Api.anonymous())
                .header("One-Time-Code", code)
                .body("{\"text\": \"" + TEXT + "\"}")
                .post(SUBMISSIONS);
    }

    String path() {
        return PATH + "/" + id;
    }
}
