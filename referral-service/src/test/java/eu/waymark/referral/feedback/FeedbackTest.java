package eu.waymark.referral.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class FeedbackTest {

    private static final String PATH = "/api/referral/v1/feedback";
    private static final String WORDS = "He looks at his telephone.";

    private final String agency = Directory.newCode();
    private final String outside = Directory.newCode();

    @BeforeEach
    void begin() throws SQLException {
        // A country for this test alone has one central authority.
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("update agency set country = 'LI', place = 'LI' where country = 'MC'");
        }
        Directory.lists(agency, "Children's Services", "MC");
        Directory.deliver(UUID.randomUUID(), outside, "Central authority", "MC", "central-authority");
    }

    @Test
    void feedbackGoesToSupervisionAndNeverToTheWorker() {
        // When
        give(code(), false)
                .statusCode(201)
                .body("thanks", equalTo(PlainWords.in("pl").thanks()));

        // Then
        var read = supervisor()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract();
        supervisor()
                .get(PATH + "/" + read.path("items[0].id"))
                .then()
                .statusCode(200)
                .body("words", equalTo(WORDS))
                .body("smileys.listened", equalTo(2))
                .body("allegation", equalTo(false));
        worker().get(PATH).then().statusCode(403);
        as("manager", agency, "child-protection", "manager").get(PATH).then().statusCode(403);
        outsider().get(PATH).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aWorkerWhoSupervisesOthersDoesNotReadWhatIsSaidOfThem() {
        // Given
        give(code(), false).statusCode(201);
        var id = supervisor().get(PATH).then().extract().<String>path("items[0].id");
        var workerAsSupervisor =
                (Callable<RequestSpecification>) () -> as("worker", agency, "child-protection", "supervisor");

        // Then
        assertThat(answer(workerAsSupervisor, PATH + "/" + id))
                .isEqualTo(answer(workerAsSupervisor, PATH + "/" + UUID.randomUUID()));
        worker("supervisor").get(PATH).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void anAllegationGoesOutsideAndNobodyInTheAgencyLearnsThatThereIsOne() throws SQLException {
        // Given: what each of them sees where the child has not answered at all
        var code = code();
        var before = seenInTheAgency();

        // When
        give(code, true)
                .statusCode(201)
                .body("thanks", equalTo(PlainWords.in("pl").thanks()));

        // Then
        assertThat(seenInTheAgency()).isEqualTo(before);
        var id = outsider()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.agency", contains(agency))
                .extract()
                .<String>path("items[0].id");
        for (var insider : List.<Callable<RequestSpecification>>of(
                this::supervisor,
                () -> worker("supervisor"),
                () -> as("both", agency, "child-protection", "supervisor", "manager"))) {
            assertThat(answer(insider, PATH + "/" + id)).isEqualTo(answer(insider, PATH + "/" + UUID.randomUUID()));
        }
        outsider()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("allegation", equalTo(true))
                .body("words", equalTo(WORDS));
        assertThat(work(id)).containsExactly("allegation " + outside + " one-working-day");
        assertThat(AuditTrail.facts("notification.requested", UUID.fromString(id)))
                .singleElement()
                .satisfies(told -> assertThat(told.path("agency").asText()).isEqualTo(outside));
    }

    /** The twin: whoever looks for an allegation like that does see what is none. */
    @Test
    void whatIsNoAllegationIsSeenInTheAgency() throws SQLException {
        // Given
        var code = code();
        var before = seenInTheAgency();

        // When
        give(code, false).statusCode(201);

        // Then
        assertThat(seenInTheAgency()).isNotEqualTo(before);
    }

    @Test
    void anAllegationDoesNotComeBackEvenByHand() throws SQLException {
        // Given
        give(code(), true).statusCode(201);

        // Then
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update guarded.feedback set reader = agency where agency = '" + agency + "'"))
                    .hasMessageContaining("does not come back");
        }
    }

    @Test
    void whatASupervisorFindsToBeAnAllegationIsGoneFromTheAgency() throws SQLException {
        // Given
        give(code(), false).statusCode(201);
        var id = supervisor().get(PATH).then().extract().<String>path("items[0].id");

        // When
        supervisor()
                .header("If-Match", "\"0\"")
                .post(PATH + "/" + id + "/allegation")
                .then()
                .statusCode(200);

        // Then
        supervisor().get(PATH + "/" + id).then().statusCode(404);
        supervisor().get(PATH).then().body("items", hasSize(0));
        outsider().get(PATH + "/" + id).then().statusCode(200).body("allegation", equalTo(true));
        assertThat(work(id)).contains("allegation " + outside + " one-working-day");

        // When
        outsider()
                .header("If-Match", "\"1\"")
                .post(PATH + "/" + id + "/hearing")
                .then()
                .statusCode(200)
                .body("heardAt", notNullValue());

        // Then
        outsider()
                .header("If-Match", "\"2\"")
                .post(PATH + "/" + id + "/hearing")
                .then()
                .statusCode(409);
    }

    @Test
    void aCodeIsGoodOnceEvenForTwoHands() throws Exception {
        // Given
        var code = code();
        Callable<Integer> giving = () -> give(code, false).extract().statusCode();

        // When
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(3)) {
            answers = threads.invokeAll(List.of(giving, giving, giving)).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
        }

        // Then
        assertThat(answers).containsExactly(201, 410, 410);
    }

    @Test
    void noChildIsAskedWhereNobodyOutsideWouldHear() throws SQLException {
        // Given
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("update agency set type = 'school' where code = '" + outside + "'");
        }

        // Then
        ask().statusCode(422).body("code", equalTo("nobody-outside"));
    }

    @Test
    void noChildIsAskedByAnAgencyThatTheDirectoryDoesNotKnow() throws SQLException {
        // Given
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("delete from agency where code = '" + agency + "'");
        }

        // Then
        ask().statusCode(422).body("code", equalTo("unknown-agency"));
    }

    @Test
    void aFaceIsOneOfFiveAndTheCodeStaysGood() {
        // Given
        var code = code();

        // Then
        submit(code, "{\"smileys\": {\"listened\": 6}}").statusCode(422);
        submit(code, "{\"smileys\": {\"beautiful\": 3}}").statusCode(422);
        submit(code, "{\"smileys\": {}}").statusCode(201);
    }

    @Test
    void itIsKeptSealed() throws SQLException {
        // Given
        give(code(), false).statusCode(201);

        // Then
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select count(*), count(*) filter (where position(cast('telephone' as bytea) in answers) > 0) from guarded.feedback")) {
            rows.next();
            assertThat(rows.getInt(1)).isPositive();
            assertThat(rows.getInt(2)).isZero();
        }
    }

    /** The lists of everybody in the agency, and what the worklist and the notifications of the agency are made of. */
    private String seenInTheAgency() throws SQLException {
        var lists = supervisor().get(PATH).then().statusCode(200).extract().asString()
                + worker("supervisor")
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        try (var owner = Database.asOwner();
                var select =
                        owner.prepareStatement("select (select count(*) from guarded.work_item where agency = ?) || ' '"
                                + " || (select count(*) from fact_outbox where data::jsonb ->> 'agency' = ?)")) {
            select.setString(1, agency);
            select.setString(2, agency);
            try (var rows = select.executeQuery()) {
                rows.next();
                return lists + rows.getString(1);
            }
        }
    }

    private static String answer(Callable<RequestSpecification> by, String path) {
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

    private String code() {
        return ask().statusCode(201)
                .body("questions.smileys", hasSize(4))
                .extract()
                .path("code");
    }

    private ValidatableResponse ask() {
        return worker().body("""
                        {"personRecordId": "%s", "worker": "worker-%s", "language": "pl"}""".formatted(Identity.personOf(agency), agency))
                .post(PATH + "/codes")
                .then();
    }

    private ValidatableResponse give(String code, boolean hurt) {
        return submit(code, """
                {"smileys": {"listened": 2}, "words": "%s", "somebodyHurtMe": %s}""".formatted(WORDS, hurt));
    }

    private ValidatableResponse submit(String code, String body) {
        return Workers.asked(Api.anonymous())
                .header("One-Time-Code", code)
                .body(body)
                .post(PATH + "/submissions")
                .then();
    }

    private RequestSpecification worker() {
        return worker("practitioner");
    }

    private RequestSpecification worker(String role) {
        return as("worker", agency, "child-protection", role);
    }

    private RequestSpecification supervisor() {
        return as("supervisor", agency, "child-protection", "supervisor");
    }

    private RequestSpecification outsider() {
        return as("safeguarding-lead", outside, "central-authority", "central-authority");
    }

    private static RequestSpecification as(String name, String agency, String type, String... roles) {
        var token = Tokens.person(name + "-" + agency)
                .agency(agency)
                .agencyType(type)
                .country("MC")
                .roles(roles)
                .purposes(Workers.PURPOSE);
        return Workers.asked(Api.as(token, Workers.PURPOSE));
    }

    private static List<String> work(String reference) throws SQLException {
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
}
