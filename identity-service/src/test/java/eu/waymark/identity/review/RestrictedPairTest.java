package eu.waymark.identity.review;

import static eu.waymark.identity.review.Border.claim;
import static eu.waymark.identity.review.Border.onlyRecord;
import static eu.waymark.identity.review.Border.onlyReview;
import static eu.waymark.identity.review.Border.queue;
import static eu.waymark.identity.review.Border.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Callers;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A restricted record is kept and not compared (article 18(2) of the GDPR): its pairs wait until that is over. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class RestrictedPairTest {

    private static final String PURPOSE = "SUBJECT-ACCESS";

    @Inject
    FindingPairs finding;

    private Border border;
    private Tokens manager;

    @BeforeEach
    void twoAgencies() {
        border = new Border(finding);
        manager = Callers.of("GB-" + border.suffix, "manager", PURPOSE);
    }

    @Test
    void aPairThatWaitsIsInNobodysQueueAndNobodyDecidesItUntilTheRestrictionIsLifted() {
        // Given
        var review = border.pair();
        var record = onlyRecord(border.leeds);

        // When
        restrict(record);

        // Then: the other agency does not learn why
        queue(border.leeds).body("items", empty());
        queue(border.rotterdam).body("items", empty());
        claim(border.leeds, review).statusCode(409).body("code", is("restricted"));
        claim(border.rotterdam, review).statusCode(404).body("code", is("not-found"));

        // When
        lift(record);

        // Then
        assertThat(onlyReview(border.rotterdam)).isEqualTo(review);
        claim(border.rotterdam, review).statusCode(200);
    }

    @Test
    void whatWouldHaveBeenFoundMeanwhileIsFoundAfterwards() {
        // Given
        var record = recorded(border.leeds, border.given, border.family, border.birth);
        restrict(record);

        // When
        recorded(border.rotterdam, border.misspelt, border.family, border.birth);
        finding.run();

        // Then
        queue(border.rotterdam).body("items", empty());

        // When
        lift(record);
        finding.run();

        // Then
        queue(border.rotterdam).body("items", hasSize(1));
    }

    private void restrict(String record) {
        Api.as(manager, PURPOSE)
                .body("{\"basis\":\"gdpr-18-1-a\"}")
                .post(path(record))
                .then()
                .statusCode(201);
    }

    private void lift(String record) {
        Api.as(manager, PURPOSE)
                .header("If-Match", "\"0\"")
                .delete(path(record))
                .then()
                .statusCode(200);
    }

    private static String path(String record) {
        return "/api/identity/v1/persons/" + record + "/restriction";
    }
}
