package eu.waymark.referral.missing;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An agency of its own with the people who work there, and a home outside that reports to it. */
final class MissingScene {

    static final String PATH = "/api/referral/v1/missing-episodes";
    static final String PURPOSE = "CP-MISSING";

    final String agency = Directory.newCode();
    final String home = Directory.newCode();

    MissingScene() {
        Directory.lists(agency, "Children's Services", "GB-ENG");
        Directory.deliver(UUID.randomUUID(), home, "Oak House", "GB-ENG", "residential-home");
    }

    RequestSpecification worker() {
        return somebody("worker");
    }

    RequestSpecification colleague() {
        return somebody("colleague");
    }

    RequestSpecification relative() {
        return somebody("relative");
    }

    String subject(String name) {
        return name + "-of-" + agency;
    }

    RequestSpecification carer() {
        var token = Tokens.person("carer-of-" + home)
                .agency(home)
                .agencyType("residential-home")
                .country("GB")
                .roles("practitioner")
                .purposes(PURPOSE);
        return Workers.asked(Api.as(token, PURPOSE));
    }

    UUID child() {
        return Identity.personOf(agency);
    }

    /** The id of an episode that a worker has opened. */
    String missing(UUID child) {
        return open(child).statusCode(201).extract().path("id");
    }

    ValidatableResponse open(UUID child) {
        return open(worker(), child);
    }

    ValidatableResponse open(RequestSpecification by, UUID child) {
        return by.body("""
                        {"personRecordId": "%s", "kind": "missing", "missingFrom": "residential-home",
                         "lastSeenAt": "2026-03-01T20:00:00Z", "circumstances": "Left without a coat."}""".formatted(child)).post(PATH).then();
    }

    /** The id of a report by the home. */
    String reported() {
        return carer().body("""
                        {"toAgency": "%s", "kind": "missing", "missingFrom": "residential-home",
                         "lastSeenAt": "2026-03-01T20:00:00Z", "description": "Ana of room 4."}""".formatted(agency))
                .post(PATH + "/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** One change by a worker who has seen that version. */
    ValidatableResponse change(RequestSpecification by, int version, String path, String body) {
        return by.header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(PATH + "/" + path)
                .then();
    }

    ValidatableResponse found(String episode, int version) {
        return change(worker(), version, episode + "/finding", """
                {"foundAt": "2026-03-02T06:00:00Z", "how": "came-back", "note": "Cold.", "place": "12 Hidden Lane"}""");
    }

    RequestSpecification manager() {
        return somebody("manager", "manager");
    }

    /** What the guidelines of England demand before an episode is closed. */
    void takeSteps(String episode) {
        for (var step : List.of("EN-MIS-OFFERED", "OURS-MIS-SEEN")) {
            worker().post(step(episode, step) + "/completions").then().statusCode(200);
        }
    }

    static String step(String episode, String code) {
        return "/api/referral/v1/guideline-steps/" + episode + "/" + code;
    }

    /** As the register's relay delivers it. */
    static void register(String type, UUID alert, String data) {
        register(type, alert, data, Instant.now());
    }

    /** Of something that happened at that time. */
    static void register(String type, UUID alert, String data, Instant at) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.service("register-service"))
                .body("""
                        [{"specversion": "1.0", "id": "%s", "source": "register-service", "type": "%s",
                          "subject": "%s", "time": "%s", "data": %s}]""".formatted(UUID.randomUUID(), type, alert, at, data))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    UUID alertRaised(UUID child) {
        return alertRaised(child, Instant.now());
    }

    UUID alertRaised(UUID child, Instant at) {
        var alert = UUID.randomUUID();
        register("alert.raised", alert, "{\"recordId\": \"%s\", \"agency\": \"%s\"}".formatted(child, agency), at);
        return alert;
    }

    /** From now on the episode does not exist for the relative. */
    void keepsRelativeFrom(String episode, int version) {
        change(worker(), version, episode + "/conflicts", "{\"subject\": \"%s\"}".formatted(subject("relative")))
                .statusCode(200);
    }

    private RequestSpecification somebody(String name) {
        return somebody(name, "practitioner");
    }

    private RequestSpecification somebody(String name, String role) {
        var token = Tokens.person(subject(name))
                .agency(agency)
                .country("GB-ENG")
                .roles(role)
                .purposes(PURPOSE);
        return Workers.asked(Api.as(token, PURPOSE));
    }
}
