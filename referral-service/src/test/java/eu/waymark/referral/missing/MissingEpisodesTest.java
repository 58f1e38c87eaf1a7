package eu.waymark.referral.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class MissingEpisodesTest {

    private static final String LEARNED = "{\"learned\": \"nothing-new\"}";

    private MissingScene scene;

    @BeforeEach
    void begin() {
        scene = new MissingScene();
    }

    @Test
    void whoOpensAnEpisodeSeesWhatIsExpectedAndByWhen() throws SQLException {
        // Given
        var child = scene.child();

        // When
        var opened = scene.open(child)
                .statusCode(201)
                .body("actions.action", hasItems("call-the-child", "report-to-police", "raise-alert"))
                .body("actions.outcome", everyItem(nullValue()))
                .body("repeats.inNinetyDays", equalTo(1))
                .body("repeats.prompt", nullValue())
                .extract();

        // Then
        assertThat(work(opened.path("id"))).containsExactly("missing-actions open");
    }

    @Test
    void aChildHasOneOpenEpisodeAndOnlyItsAgencyLearnsWhich() throws SQLException {
        // Given
        var child = scene.child();
        var episode = scene.missing(child);
        var other = new MissingScene();
        var linked = other.child();
        linked(child, linked);

        // Then
        scene.open(child).statusCode(409).body("code", equalTo("episode-open")).body("detail", containsString(episode));
        other.open(linked)
                .statusCode(409)
                .body("code", equalTo("episode-open"))
                .body("detail", not(containsString(episode)));
    }

    @Test
    void ofTwoWhoReportAChildAtOnceOneOpensTheEpisode() throws Exception {
        // Given
        var child = scene.child();
        Callable<Integer> opening = () -> scene.open(child).extract().statusCode();

        // When
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(4)) {
            answers = threads.invokeAll(List.of(opening, opening, opening, opening)).stream()
                    .map(future -> future.resultNow())
                    .sorted()
                    .toList();
        }

        // Then
        assertThat(answers).containsExactly(201, 409, 409, 409);
    }

    @Test
    void theRegistersAlertDoesThatMuchOfTheListAndItsEndOpensTheGate() throws SQLException {
        // Given
        var child = scene.child();
        var episode = scene.missing(child);

        // When
        var alert = scene.alertRaised(child);

        // Then
        scene.worker()
                .get(MissingScene.PATH + "/" + episode)
                .then()
                .body("actions.find { it.action == 'raise-alert' }.outcome", equalTo("done"))
                .body("alerts.id", equalTo(List.of(alert.toString())));

        // When: it is back, and has been asked
        scene.found(episode, 0).statusCode(200).body("status", equalTo("found"));
        assertThat(work(episode))
                .containsExactlyInAnyOrder("missing-actions overtaken", "end-alert open", "return-interview open");
        scene.change(scene.colleague(), 1, episode + "/return-interview", """
                        {"outcome": "refused", "at": "2026-03-02T15:00:00Z", "words": "I do not want to talk."}""")
                .statusCode(200)
                .body("returnInterview.words", equalTo("I do not want to talk."));
        scene.takeSteps(episode);

        // Then
        scene.change(scene.worker(), 2, episode + "/closure", LEARNED)
                .statusCode(422)
                .body("code", equalTo("open-gates"))
                .body("errors.field", equalTo(List.of("alert")));

        // When
        MissingScene.register("alert.ended", alert, "{\"outcome\": \"safe-and-seen\"}");

        // Then
        assertThat(work(episode)).contains("end-alert alert-ended", "return-interview refused");
        scene.change(scene.worker(), 2, episode + "/closure", LEARNED)
                .statusCode(200)
                .body("status", equalTo("closed"));
    }

    @Test
    void anAlertThatWasRaisedBeforeIsNotExpectedAgain() {
        // Given
        var child = scene.child();
        scene.alertRaised(child);

        // Then
        scene.open(child).statusCode(201).body("actions.find { it.action == 'raise-alert' }.outcome", equalTo("done"));
    }

    @Test
    void theTalkAfterTheReturnIsDueIn72HoursAndNotRecordedByWhoWorksOnIt() {
        // Given
        var episode = scene.missing(scene.child());
        scene.found(episode, 0)
                .statusCode(200)
                .body("returnInterview.dueAt", equalTo("2026-03-05T06:00:00Z"))
                .body("returnInterview.dueRule", containsString("EN-RHI"));
        var held = """
                {"outcome": "held", "at": "2026-03-03T15:00:00Z", "heldBy": "advocate", "reasons": ["wanted-to-see-somebody"],
                 "words": "I wanted to see my sister."}""";

        // Then
        scene.change(scene.worker(), 1, episode + "/return-interview", held)
                .statusCode(403)
                .body("code", equalTo("not-independent"));
        scene.change(scene.worker(), 1, episode + "/closure", LEARNED)
                .statusCode(422)
                .body("errors.field", equalTo(List.of("returnInterview")));
        scene.change(scene.colleague(), 1, episode + "/return-interview", held)
                .statusCode(200)
                .body("returnInterview.status", equalTo("held"));
    }

    @Test
    void theGuidelineKeepsAnEpisodeOpenUntilAManagerSaysWhy() {
        // Given
        var episode = scene.missing(scene.child());
        scene.found(episode, 0).statusCode(200);
        scene.change(scene.colleague(), 1, episode + "/return-interview", """
                        {"outcome": "refused", "at": "2026-03-02T15:00:00Z", "words": "I do not want to talk."}""").statusCode(200);
        scene.worker()
                .post(MissingScene.step(episode, "EN-MIS-OFFERED") + "/completions")
                .then()
                .statusCode(200)
                .body("closable", equalTo(false));

        // Then
        scene.change(scene.worker(), 2, episode + "/closure", LEARNED)
                .statusCode(422)
                .body("code", equalTo("open-gates"))
                .body("detail", containsString("OURS-MIS-SEEN"))
                .body("detail", not(containsString("EN-MIS-OFFERED")));

        // When
        scene.manager()
                .body("{\"reason\": \"She is abroad; the consulate has seen her.\"}")
                .post(MissingScene.step(episode, "OURS-MIS-SEEN") + "/overrides")
                .then()
                .statusCode(200)
                .body("steps.state", hasItems("done", "overridden"));

        // Then
        scene.change(scene.worker(), 2, episode + "/closure", LEARNED)
                .statusCode(200)
                .body("status", equalTo("closed"));
    }

    @Test
    void aMistakeIsTakenBackAndCountsForNothing() {
        // Given
        var child = scene.child();
        var episode = scene.missing(child);

        // When
        scene.change(scene.worker(), 0, episode + "/annulment", "{\"reason\": \"She was in her room.\"}")
                .statusCode(200)
                .body("status", equalTo("annulled"))
                .body("actions.outcome", everyItem(equalTo("overtaken")));

        // Then
        scene.open(child).statusCode(201).body("repeats.inNinetyDays", equalTo(1));
    }

    @Test
    void theThirdTimeInNinetyDaysIsAPrompt() {
        // Given
        var child = scene.child();
        for (var time = 0; time < 2; time++) {
            scene.found(scene.missing(child), 0).statusCode(200);
        }

        // Then
        scene.open(child)
                .statusCode(201)
                .body("repeats.inNinetyDays", equalTo(3))
                .body("repeats.prompt", equalTo("three-in-ninety-days"));
    }

    @Test
    void whatIsNotNeededNeedsAReasonAndNobodyOverwritesAnother() {
        // Given
        var episode = scene.missing(scene.child());
        scene.change(
                        scene.worker(),
                        0,
                        episode + "/actions",
                        "{\"action\": \"tell-family\", \"outcome\": \"not-needed\"}")
                .statusCode(422);

        // When
        scene.change(scene.worker(), 0, episode + "/actions", "{\"action\": \"call-the-child\", \"outcome\": \"done\"}")
                .statusCode(200)
                .body("version", equalTo(1));

        // Then
        scene.change(scene.colleague(), 0, episode + "/actions", "{\"action\": \"judge-risk\", \"outcome\": \"done\"}")
                .statusCode(412);
        scene.change(
                        scene.colleague(),
                        1,
                        episode + "/actions",
                        "{\"action\": \"call-the-child\", \"outcome\": \"done\"}")
                .statusCode(409);
        scene.change(scene.colleague(), 1, episode + "/actions", "{\"action\": \"dance\", \"outcome\": \"done\"}")
                .statusCode(422);
    }

    private static void linked(UUID... records) throws SQLException {
        try (var owner = Database.asOwner();
                var update = owner.prepareStatement("insert into person_tag (record_id, identity_id) values (?, ?)"
                        + " on conflict (record_id) do update set identity_id = excluded.identity_id")) {
            for (var record : records) {
                update.setObject(1, record);
                update.setObject(2, records[0]);
                update.executeUpdate();
            }
        }
    }

    private static List<String> work(String reference) throws SQLException {
        try (var owner = Database.asOwner();
                var select = owner.prepareStatement(
                        "select string_agg(kind || ' ' || coalesce(outcome, 'open'), ',' order by kind) from guarded.work_item where reference = ?")) {
            select.setObject(1, UUID.fromString(reference));
            try (var rows = select.executeQuery()) {
                rows.next();
                return List.of(rows.getString(1).split(","));
            }
        }
    }
}
