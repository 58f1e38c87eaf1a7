package eu.waymark.referral.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Directory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The place of a child that was found, and the episode itself, are for those who may know. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class WhoKnowsOfAnEpisodeTest {

    private MissingScene scene;

    @BeforeEach
    void begin() {
        scene = new MissingScene();
    }

    @Test
    void thePlaceIsForThoseWhoWereNamed() {
        // Given
        var episode = scene.missing(scene.child());

        // When
        scene.found(episode, 0).statusCode(200).body("found.place", equalTo("12 Hidden Lane"));

        // Then
        scene.colleague()
                .get(MissingScene.PATH + "/" + episode)
                .then()
                .statusCode(200)
                .body("found.how", equalTo("came-back"))
                .body("found.place", nullValue());
    }

    @Test
    void forARelativeInTheAgencyTheEpisodeDoesNotExist() {
        // Given: the twin, a colleague, sees it
        var child = scene.child();
        var episode = scene.missing(child);
        scene.change(
                        scene.worker(),
                        0,
                        episode + "/conflicts",
                        "{\"subject\": \"%s\"}".formatted(scene.subject("relative")))
                .statusCode(200);

        // When
        var refused = scene.relative()
                .get(MissingScene.PATH + "/" + episode)
                .then()
                .statusCode(404)
                .extract();
        var unknown = scene.relative()
                .get(MissingScene.PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract();

        // Then
        assertThat(refused.<String>path("detail")).isEqualTo(unknown.path("detail"));
        scene.relative()
                .post(MissingScene.step(episode, "OURS-MIS-SEEN") + "/completions")
                .then()
                .statusCode(404);
        scene.colleague()
                .post(MissingScene.step(episode, "OURS-MIS-SEEN") + "/completions")
                .then()
                .statusCode(200);
        scene.open(scene.relative(), child).statusCode(409).body("detail", not(containsString(episode)));
        scene.relative().get(MissingScene.PATH).then().statusCode(200).body("items", hasSize(0));
        scene.colleague().get(MissingScene.PATH).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void nobodyOutsideTheAgencyKnowsOfIt() {
        // Given
        var episode = scene.missing(scene.child());
        Directory.isKnown();

        // Then
        new MissingScene()
                .worker()
                .get(MissingScene.PATH + "/" + episode)
                .then()
                .statusCode(404);
        scene.carer().get(MissingScene.PATH + "/" + episode).then().statusCode(403);
    }
}
