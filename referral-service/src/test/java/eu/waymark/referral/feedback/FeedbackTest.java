package eu.waymark.referral.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Lying;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

    private FeedbackScene scene;

    @BeforeEach
    void begin() throws SQLException {
        scene = new FeedbackScene();
    }

    @Test
    void aSupervisorOfWhomTheChildSpeaksHasNoWorkOfIt() {
        // When
        scene.give(scene.code(), false).statusCode(201);

        // Then
        scene.supervisor().get(Lying.PATH).then().statusCode(200).body("items.kind", equalTo(List.of("feedback")));
        scene.worker("supervisor").get(Lying.PATH).then().statusCode(200).body("items", hasSize(0));
        scene.supervisor().get(Lying.PATH + "/counts").then().body("all.open", equalTo(1));
        scene.worker("supervisor").get(Lying.PATH + "/counts").then().body("all.open", equalTo(0));
    }

    @Test
    void feedbackGoesToSupervisionAndNeverToTheWorker() {
        // When
        scene.give(scene.code(), false)
                .statusCode(201)
                .body("thanks", equalTo(PlainWords.in("pl").thanks()));

        // Then
        var read = scene.supervisor()
                .get(FeedbackScene.PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract();
        scene.supervisor()
                .get(FeedbackScene.PATH + "/" + read.path("items[0].id"))
                .then()
                .statusCode(200)
                .body("words", equalTo(FeedbackScene.WORDS))
                .body("smileys.listened", equalTo(2))
                .body("allegation", equalTo(false));
        scene.worker().get(FeedbackScene.PATH).then().statusCode(403);
        FeedbackScene.as("manager", scene.agency, "child-protection", "manager")
                .get(FeedbackScene.PATH)
                .then()
                .statusCode(403);
        scene.outsider().get(FeedbackScene.PATH).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aWorkerWhoSupervisesOthersDoesNotReadWhatIsSaidOfThem() {
        // Given
        scene.give(scene.code(), false).statusCode(201);
        var id = scene.supervisor().get(FeedbackScene.PATH).then().extract().<String>path("items[0].id");
        var workerAsSupervisor = (Callable<RequestSpecification>)
                () -> FeedbackScene.as("worker", scene.agency, "child-protection", "supervisor");

        // Then
        assertThat(FeedbackScene.answer(workerAsSupervisor, FeedbackScene.PATH + "/" + id))
                .isEqualTo(FeedbackScene.answer(workerAsSupervisor, FeedbackScene.PATH + "/" + UUID.randomUUID()));
        scene.worker("supervisor")
                .get(FeedbackScene.PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aCodeIsGoodOnceEvenForTwoHands() throws Exception {
        // Given
        var code = scene.code();
        Callable<Integer> giving = () -> scene.give(code, false).extract().statusCode();

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
            statement.executeUpdate("update agency set type = 'school' where code = '" + scene.outside + "'");
        }

        // Then
        scene.ask().statusCode(422).body("code", equalTo("nobody-outside"));
    }

    @Test
    void noChildIsAskedByAnAgencyThatTheDirectoryDoesNotKnow() throws SQLException {
        // Given
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("delete from agency where code = '" + scene.agency + "'");
        }

        // Then
        scene.ask().statusCode(422).body("code", equalTo("unknown-agency"));
    }

    @Test
    void aFaceIsOneOfFiveAndTheCodeStaysGood() {
        // Given
        var code = scene.code();

        // Then
        scene.submit(code, "{\"smileys\": {\"listened\": 6}}").statusCode(422);
        scene.submit(code, "{\"smileys\": {\"beautiful\": 3}}").statusCode(422);
        scene.submit(code, "{\"smileys\": {}}").statusCode(201);
    }

    @Test
    void itIsKeptSealed() throws SQLException {
        // Given
        scene.give(scene.code(), false).statusCode(201);

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
}
