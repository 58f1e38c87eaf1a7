package eu.waymark.referral.assessment;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** An assessment that social care has opened, with a section of the police and one of a school. */
record Assessed(UUID id, UUID person, String care, String police, String school) {

    /** Before there is one. */
    static final Assessed NONE = new Assessed(new UUID(0, 0), new UUID(0, 0), "", "", "");

    static final String PATH = "/api/referral/v1/assessments";
    static final String FACTS = """
            {"facts": [{"text": "%s", "source": "Own records"}], "opinions": [{"text": "She is afraid."}],
             "thirdParty": [{"text": "A neighbour heard crying."}], "childsWords": "I want to stay.", "factors": ["12A"]}""";

    /** The least that is said when an assessment is closed. */
    static final String LEARNED = "{\"learned\": \"nothing-new\"}";

    static Assessed opened() {
        var care = agency("child-protection");
        var police = agency("police");
        var school = agency("school");
        var person = Identity.personOf(care);
        var opened = worker(care, "child-protection")
                .body(body(person, police, school))
                .post(PATH);
        opened.then().statusCode(201);
        return new Assessed(UUID.fromString(opened.path("id")), person, care, police, school);
    }

    /** An agency of the directory that no other test uses. */
    static String agency(String type) {
        var code = Directory.newCode();
        Directory.deliver(UUID.randomUUID(), code, "Some agency", "GB-ENG", type);
        return code;
    }

    static String body(UUID person, String... agencies) {
        return """
                {"personRecordId": "%s", "reason": "Missing three times.", "agencies": [%s]}""".formatted(person, agencies.length == 0 ? "" : "\"" + String.join("\", \"", agencies) + "\"");
    }

    static RequestSpecification worker(String agency, String type) {
        return as("worker", agency, type, "practitioner");
    }

    static RequestSpecification as(String who, String agency, String type, String... roles) {
        var token = Tokens.person(who + "-" + agency)
                .agency(agency)
                .country("GB-ENG")
                .agencyType(type)
                .roles(roles)
                .purposes(Workers.PURPOSE);
        return Workers.asked(Api.as(token, Workers.PURPOSE));
    }

    RequestSpecification social() {
        return worker(care, "child-protection");
    }

    RequestSpecification officer() {
        return worker(police, "police");
    }

    RequestSpecification teacher() {
        return worker(school, "school");
    }

    RequestSpecification supervisor() {
        return as("supervisor", care, "child-protection", "supervisor");
    }

    String path() {
        return PATH + "/" + id;
    }

    Response write(RequestSpecification by, int seen, String text) {
        return by.header("If-Match", "\"" + seen + "\"")
                .body(FACTS.formatted(text))
                .put(path() + "/own-section");
    }

    Response sign(RequestSpecification by, String body) {
        return by.header("If-Match", "\"1\"").body(body).post(path() + "/own-section/sign-offs");
    }

    /** Writes and signs. */
    void contribute(RequestSpecification toWrite, RequestSpecification toSign) {
        write(toWrite, 0, "Absent on nine days.").then().statusCode(200);
        sign(toSign, "{}").then().statusCode(200);
    }

    Response approve(RequestSpecification by, int seen) {
        return by.header("If-Match", "\"" + seen + "\"").post(path() + "/approvals");
    }

    Response close(int seen, String body) {
        return social().header("If-Match", "\"" + seen + "\"").body(body).post(path() + "/closings");
    }

    /** What the English guideline demands before an assessment is closed. */
    Assessed withStepsTaken() {
        for (var step : List.of("EN-ASM-SEEN", "EN-ASM-STRATEGY")) {
            social().post("/api/referral/v1/guideline-steps/" + id + "/" + step + "/completions")
                    .then()
                    .statusCode(200);
        }
        return this;
    }

    /** Approved with all sections signed: version 1. */
    Assessed approved() {
        contribute(social(), social());
        contribute(officer(), officer());
        contribute(teacher(), teacher());
        approve(supervisor(), 0).then().statusCode(200);
        return this;
    }
}
