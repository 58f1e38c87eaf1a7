package eu.waymark.referral.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An allegation against staff leaves the worker's line and is seen by nobody in it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class AllegationTest {

    private FeedbackScene scene;

    @BeforeEach
    void begin() throws SQLException {
        scene = new FeedbackScene();
    }

    @Test
    void anAllegationGoesOutsideAndNobodyInTheAgencyLearnsThatThereIsOne() throws SQLException {
        // Given: what each of them sees where the child has not answered at all
        var code = scene.code();
        var before = seenInTheAgency();

        // When
        scene.give(code, true)
                .statusCode(201)
                .body("thanks", equalTo(PlainWords.in("pl").thanks()));

        // Then
        assertThat(seenInTheAgency()).isEqualTo(before);
        var id = scene.outsider()
                .get(FeedbackScene.PATH)
                .then()
                .statusCode(200)
                .body("items.agency", contains(scene.agency))
                .extract()
                .<String>path("items[0].id");
        for (var insider : List.<Callable<RequestSpecification>>of(
                scene::supervisor,
                () -> scene.worker("supervisor"),
                () -> FeedbackScene.as("both", scene.agency, "child-protection", "supervisor", "manager"))) {
            assertThat(FeedbackScene.answer(insider, FeedbackScene.PATH + "/" + id))
                    .isEqualTo(FeedbackScene.answer(insider, FeedbackScene.PATH + "/" + UUID.randomUUID()));
        }
        scene.outsider()
                .get(FeedbackScene.PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("allegation", equalTo(true))
                .body("words", equalTo(FeedbackScene.WORDS));
        assertThat(FeedbackScene.work(id)).containsExactly("allegation " + scene.outside + " one-working-day");
        assertThat(AuditTrail.facts("notification.requested", UUID.fromString(id)))
                .singleElement()
                .satisfies(told -> assertThat(told.path("agency").asText()).isEqualTo(scene.outside));
    }

    /** The twin: whoever looks for an allegation like that does see what is none. */
    @Test
    void whatIsNoAllegationIsSeenInTheAgency() throws SQLException {
        // Given
        var code = scene.code();
        var before = seenInTheAgency();

        // When
        scene.give(code, false).statusCode(201);

        // Then
        assertThat(seenInTheAgency()).isNotEqualTo(before);
    }

    @Test
    void anAllegationDoesNotComeBackEvenByHand() throws SQLException {
        // Given
        scene.give(scene.code(), true).statusCode(201);

        // Then
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update guarded.feedback set reader = agency where agency = '" + scene.agency + "'"))
                    .hasMessageContaining("does not come back");
        }
    }

    @Test
    void whatASupervisorFindsToBeAnAllegationIsGoneFromTheAgency() throws SQLException {
        // Given
        scene.give(scene.code(), false).statusCode(201);
        var id = scene.supervisor().get(FeedbackScene.PATH).then().extract().<String>path("items[0].id");

        // When
        scene.supervisor()
                .header("If-Match", "\"0\"")
                .post(FeedbackScene.PATH + "/" + id + "/allegation")
                .then()
                .statusCode(200);

        // Then
        scene.supervisor().get(FeedbackScene.PATH + "/" + id).then().statusCode(404);
        scene.supervisor().get(FeedbackScene.PATH).then().body("items", hasSize(0));
        scene.outsider()
                .get(FeedbackScene.PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("allegation", equalTo(true));
        assertThat(FeedbackScene.work(id)).contains("allegation " + scene.outside + " one-working-day");

        // When
        scene.outsider()
                .header("If-Match", "\"1\"")
                .post(FeedbackScene.PATH + "/" + id + "/hearing")
                .then()
                .statusCode(200)
                .body("heardAt", notNullValue());

        // Then
        scene.outsider()
                .header("If-Match", "\"2\"")
                .post(FeedbackScene.PATH + "/" + id + "/hearing")
                .then()
                .statusCode(409);
    }

    /** The lists of everybody in the scene.agency, and what the worklist and the notifications of the scene.agency are made of. */
    private String seenInTheAgency() throws SQLException {
        var lists = scene.supervisor()
                        .get(FeedbackScene.PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                + scene.worker("supervisor")
                        .get(FeedbackScene.PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        try (var owner = Database.asOwner();
                var select =
                        owner.prepareStatement("select (select count(*) from guarded.work_item where agency = ?) || ' '"
                                + " || (select count(*) from fact_outbox where data::jsonb ->> 'agency' = ?)")) {
            select.setString(1, scene.agency);
            select.setString(2, scene.agency);
            try (var rows = select.executeQuery()) {
                rows.next();
                return lists + rows.getString(1);
            }
        }
    }
}
