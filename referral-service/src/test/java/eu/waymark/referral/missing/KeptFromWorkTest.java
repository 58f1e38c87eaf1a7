package eu.waymark.referral.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Lying;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For a relative in the agency the work about the child does not exist either. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class KeptFromWorkTest {

    private MissingScene scene;
    private String episode = "";
    private String item = "";

    @BeforeEach
    void aChildIsMissing() {
        scene = new MissingScene();
        episode = scene.missing(scene.child());
        item = desk("colleague")
                .get(Lying.PATH)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        desk("relative").get(Lying.PATH).then().statusCode(200).body("items.id", contains(item));
    }

    @Test
    void whatARelativeHadInHandLiesOnTheDeskAndIsNeitherSeenNorCountedByThem() {
        // Given
        assign("relative", 0, "").then().statusCode(200);

        // When
        scene.keepsRelativeFrom(episode, 0);

        // Then
        desk("relative").get(Lying.PATH).then().body("items", hasSize(0));
        desk("relative").get(Lying.PATH + "?mine=true").then().body("items", hasSize(0));
        desk("relative").get(Lying.PATH + "/" + item).then().statusCode(404);
        desk("relative").get("/api/referral/v1/clocks/" + item).then().statusCode(404);
        desk("relative")
                .get(Lying.PATH + "/counts")
                .then()
                .body("mine", equalTo(0))
                .body("all.open", equalTo(0))
                .body("kinds", hasSize(0));
        desk("colleague")
                .get(Lying.PATH)
                .then()
                .body("items.id", contains(item))
                .body("items[0].heldBy", nullValue());
        desk("colleague").get(Lying.PATH + "/counts").then().body("all.open", equalTo(1));
    }

    @Test
    void itIsNeitherTakenByTheRelativeNorGivenToThem() {
        // Given
        scene.keepsRelativeFrom(episode, 0);

        // Then
        assign("relative", 0, "").then().statusCode(404);
        give("relative").then().statusCode(409).body("code", equalTo("worker-unsuited"));
        give("colleague").then().statusCode(200);
    }

    @Test
    void itDoesNotComeToTheRelativeWithAColleaguesAbsence() {
        // Given
        assign("colleague", 0, "").then().statusCode(200);
        scene.keepsRelativeFrom(episode, 0);

        // When
        desk("colleague")
                .body("""
                        {"firstDay": "%s", "lastDay": "%s", "deputy": "%s"}""".formatted(today(), today(), scene.subject("relative")))
                .post(Lying.PATH + "/absences")
                .then()
                .statusCode(201)
                .body("state", equalTo("running"));

        // Then
        desk("other")
                .get(Lying.PATH)
                .then()
                .body("items[0].assignedTo", equalTo(scene.subject("colleague")))
                .body("items[0].heldBy", nullValue());
    }

    @Test
    void whatAWorkerOfAnEarlierDayMayNotKnowIsKeptFromThemInTheNextEpisodeToo() {
        // Given
        var child = scene.child();
        var first = scene.missing(child);
        scene.keepsRelativeFrom(first, 0);
        scene.found(first, 1).statusCode(200);

        // When
        var second = scene.missing(child);

        // Then
        scene.relative().get(MissingScene.PATH + "/" + second).then().statusCode(404);
        scene.colleague().get(MissingScene.PATH + "/" + second).then().statusCode(200);
    }

    @Test
    void aConflictIsRecordedOfAnEpisodeThatIsOverAndNothingElseChanges() {
        // Given
        scene.change(scene.worker(), 0, episode + "/annulment", "{\"reason\": \"She was in her room.\"}")
                .statusCode(200);

        // When
        scene.keepsRelativeFrom(episode, 1);

        // Then
        scene.relative().get(MissingScene.PATH + "/" + episode).then().statusCode(404);
        assertThatThrownBy(() -> Lying.run(
                        "update guarded.missing_episode set police_reference = '1' where id = '" + episode + "'"))
                .hasStackTraceContaining("an episode that is annulled cannot become annulled");
    }

    @Test
    void anAlertOfWhichTheRegisterTellsLateIsStillToBeEnded() {
        // Given
        var child = scene.child();
        var late = scene.missing(child);
        var raised = Instant.now();
        scene.found(late, 0).statusCode(200);
        assertThat(openEndings(late)).isEqualTo("0");

        // When
        scene.alertRaised(child, raised);
        scene.alertRaised(child, raised);

        // Then
        assertThat(openEndings(late)).isEqualTo("1");
    }

    @Test
    void anAlertThatIsRaisedAfterwardsIsForALaterEpisode() {
        // Given
        var child = scene.child();
        var earlier = scene.missing(child);
        scene.found(earlier, 0).statusCode(200);

        // When
        scene.alertRaised(child);

        // Then
        assertThat(openEndings(earlier)).isEqualTo("0");
    }

    private static String openEndings(String episode) {
        return Lying.read("select count(*) from guarded.work_item where kind = 'end-alert' and closed_at is null"
                + " and reference = '" + episode + "'");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private Response give(String name) {
        return desk("manager", "manager")
                .header("If-Match", "\"0\"")
                .body("{\"worker\": \"%s\"}".formatted(scene.subject(name)))
                .post(Lying.PATH + "/" + item + "/assignments");
    }

    private Response assign(String by, int version, String body) {
        return desk(by).header("If-Match", "\"" + version + "\"")
                .body(body)
                .post(Lying.PATH + "/" + item + "/assignments");
    }

    private RequestSpecification desk(String name) {
        return desk(name, "practitioner");
    }

    private RequestSpecification desk(String name, String role) {
        var token = Tokens.person(scene.subject(name))
                .agency(scene.agency)
                .country("GB-ENG")
                .roles(role)
                .purposes(Workers.PURPOSE);
        return Workers.asked(Api.as(token, Workers.PURPOSE));
    }
}
