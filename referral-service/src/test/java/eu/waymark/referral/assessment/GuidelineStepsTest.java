package eu.waymark.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Stored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guideline's steps are taken, or left out by a manager with a reason, before work is closed (domain, F13). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class GuidelineStepsTest {

    private static final String REASON = "{\"reason\": \"The child is abroad.\"}";

    private Assessed assessed = Assessed.NONE;

    @BeforeEach
    void anAssessmentIsOpened() {
        assessed = Assessed.opened();
    }

    @Test
    void openGatesAreNamedWhenWorkIsClosed() {
        // Given
        assessed.approved();
        complete(assessed.social(), "EN-ASM-SEEN").then().statusCode(200).body("closable", equalTo(false));

        // When
        var refused = assessed.close(1, Assessed.LEARNED);

        // Then
        refused.then()
                .statusCode(422)
                .body("code", equalTo("open-gates"))
                .body("detail", allOf(containsString("EN-ASM-STRATEGY"), not(containsString("EN-ASM-SEEN"))));
        override(manager(), "EN-ASM-STRATEGY").then().statusCode(200).body("closable", equalTo(true));
        assessed.close(1, Assessed.LEARNED).then().statusCode(200);
    }

    @Test
    void theStepsShowWhatWasRecordedByWhom() {
        // Given
        override(manager(), "EN-ASM-SEEN");

        // When
        var shown = assessed.social().get(path());

        // Then
        shown.then()
                .statusCode(200)
                .body("steps.code", contains("EN-ASM-SEEN", "EN-ASM-STRATEGY"))
                .body("steps.state", contains("overridden", "open"))
                .body("steps[0].reason", equalTo("The child is abroad."))
                .body("steps[0].recordedBy", equalTo("manager-" + assessed.care()));
    }

    @Test
    void theReasonIsNotKeptInClear() throws SQLException {
        // When
        override(manager(), "EN-ASM-SEEN").then().statusCode(200);

        // Then
        assertThat(Stored.texts("select encode(reason, 'escape') from guarded.step_record where reference = '"
                        + assessed.id() + "'"))
                .singleElement()
                .asString()
                .doesNotContain("abroad");
    }

    @Test
    void onlyAManagerLeavesAStepOut() {
        override(assessed.social(), "EN-ASM-SEEN").then().statusCode(403);
    }

    @Test
    void anOverrideNeedsAReason() {
        manager()
                .body("{}")
                .post(path() + "/EN-ASM-SEEN/overrides")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-fields"));
    }

    @Test
    void forAnotherAgencyThereAreNoSteps() {
        assessed.officer().get(path()).then().statusCode(404);
        Assessed.worker(Assessed.agency("child-protection"), "child-protection")
                .get(path())
                .then()
                .statusCode(404);
    }

    @Test
    void aStepOfAnotherGuidelineIsUnknown() {
        complete(assessed.social(), "DE-ASM-SEEN").then().statusCode(404);
    }

    @Test
    void twoWhoRecordOneStepAtOnceLeaveOneRecord() {
        // When
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> complete(assessed.social(), "EN-ASM-SEEN").statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        assertThat(answers).containsOnlyOnce(200).contains(409).hasSize(4);
    }

    private RequestSpecification manager() {
        return Assessed.as("manager", assessed.care(), "child-protection", "manager");
    }

    private Response complete(RequestSpecification by, String step) {
        return by.post(path() + "/" + step + "/completions");
    }

    private Response override(RequestSpecification by, String step) {
        return by.body(REASON).post(path() + "/" + step + "/overrides");
    }

    private String path() {
        return "/api/referral/v1/guideline-steps/" + assessed.id();
    }
}
