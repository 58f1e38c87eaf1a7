package eu.waymark.referral.feedback;

import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** An agency with its workers, and one outside it that hears allegations, in a country for each test alone. */
final class FeedbackScene {

    static final String PATH = "/api/referral/v1/feedback";
    static final String WORDS = "He looks at his telephone.";

    final String agency = Directory.newCode();
    final String outside = Directory.newCode();

    FeedbackScene() throws SQLException {
        // A country for this test alone has one central authority.
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("update agency set country = 'LI', place = 'LI' where country = 'MC'");
        }
        Directory.lists(agency, "Children's Services", "MC");
        Directory.deliver(UUID.randomUUID(), outside, "Central authority", "MC", "central-authority");
    }

    String code() {
        return ask().statusCode(201)
                .body("questions.smileys", hasSize(4))
                .extract()
                .path("code");
    }

    ValidatableResponse ask() {
        return worker().body("""
                        {"personRecordId": "%s", "worker": "worker-%s", "language": "pl"}""".formatted(Identity.personOf(agency), agency))
                .post(PATH + "/codes")
                .then();
    }

    ValidatableResponse give(String code, boolean hurt) {
        return submit(code, """
                {"smileys": {"listened": 2}, "words": "%s", "somebodyHurtMe": %s}""".formatted(WORDS, hurt));
    }

    ValidatableResponse submit(String code, String body) {
        return Workers.asked(Api.anonymous())
                .header("One-Time-Code", code)
                .body(body)
                .post(PATH + "/submissions")
                .then();
    }

    RequestSpecification worker() {
        return worker("practitioner");
    }

    RequestSpecification worker(String role) {
        return as("worker", agency, "child-protection", role);
    }

    RequestSpecification supervisor() {
        return as("supervisor", agency, "child-protection", "supervisor");
    }

    RequestSpecification outsider() {
        return as("safeguarding-lead", outside, "central-authority", "central-authority");
    }

    static RequestSpecification as(String name, String agency, String type, String... roles) {
        var token = Tokens.person(name + "-" + agency)
                .agency(agency)
                .agencyType(type)
                .country("MC")
                .roles(roles)
                .purposes(Workers.PURPOSE);
        return Workers.asked(Api.as(token, Workers.PURPOSE));
    }

    static List<String> work(String reference) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select string_agg(kind || ' ' || agency || case when due_rule like '%ALLEG%' and due_at <= started_at + interval '4 days'"
                                + " then ' one-working-day' else '' end, ',' order by kind) from guarded.work_item where reference = ?")) {
            select.setObject(1, UUID.fromString(reference));
            try (var rows = select.executeQuery()) {
                rows.next();
                return List.of(rows.getString(1).split(","));
            }
        }
    }

    static String answer(Callable<RequestSpecification> by, String path) {
        try {
            return by.call()
                    .get(path)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString()
                    .replaceAll("\"requestId\":\\s*\"[^\"]+\"", "");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
