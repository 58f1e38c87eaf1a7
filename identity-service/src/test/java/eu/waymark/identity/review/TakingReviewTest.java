package eu.waymark.identity.review;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.review.Border.DIFFERENT;
import static eu.waymark.identity.review.Border.REVIEWS;
import static eu.waymark.identity.review.Border.UNSURE;
import static eu.waymark.identity.review.Border.claim;
import static eu.waymark.identity.review.Border.decide;
import static eu.waymark.identity.review.Border.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has claimed a pair, and what they see of it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class TakingReviewTest {

    @Inject
    FindingPairs finding;

    private Border border;

    @BeforeEach
    void twoAgencies() {
        border = new Border(finding);
    }

    @Test
    void onlyWhoHasClaimedSeesTheRecordsAndTheForeignOneOnlyInOutline() {
        // Given
        var review = border.pair();

        // Then
        read(border.leeds, review).statusCode(409).body("code", is("review-not-claimed"));
        claim(border.leeds, review)
                .statusCode(200)
                .body("claimedByMe", is(true))
                .body("claimedUntil", notNullValue());
        read(border.leeds, review)
                .statusCode(200)
                .body("halves.find { it.record.own }.person.names[0].given", is(border.given))
                .body("halves.find { !it.record.own }.person", nullValue())
                .body("agreement.name", not(is("differ")))
                .body("probability", nullValue())
                .body("explanation", nullValue());
        read(border.colleague, review).statusCode(409);

        // When
        Api.as(border.rotterdam, PURPOSE)
                .post(REVIEWS + "/" + review + "/opening")
                .then()
                .statusCode(403)
                .body("code", is("legal-basis-required"));
        read(border.leeds, review).body("halves.find { !it.record.own }.person", nullValue());
        Api.as(border.rotterdam, PURPOSE)
                .header("Legal-Basis", "hague-1996-34")
                .post(REVIEWS + "/" + review + "/opening")
                .then()
                .statusCode(200);
        assertThat(Events.last().path("legalBasis").asText()).isEqualTo("hague-1996-34");

        // Then
        read(border.leeds, review)
                .body("halves.find { !it.record.own }.person.names[0].given", is(border.misspelt))
                .body("explanation", hasSize(greaterThan(2)))
                .body("probability", notNullValue());
        assertThat(Events.last().path("subjects")).hasSize(2);
    }

    @Test
    void ofTwoReviewersAtOnceOneWins() throws Exception {
        // Given
        var review = border.pair();
        var start = new CyclicBarrier(2);

        // When
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(claiming(start, border.leeds, review));
            var other = both.submit(claiming(start, border.rotterdam, review));

            // Then
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void aClaimThatIsOverHoldsNobodyUp() throws SQLException {
        // Given
        var review = border.pair();
        claim(border.leeds, review).statusCode(200);
        claim(border.rotterdam, review).statusCode(409).body("code", is("review-claimed"));

        // When
        Rows.change("update guarded.pair_review set claimed_until = now() where id = '" + review + "'");

        // Then
        decide(border.leeds, review, DIFFERENT).statusCode(409).body("code", is("review-not-claimed"));
        claim(border.rotterdam, review).statusCode(200);
    }

    @Test
    void whoCannotTellLeavesItToAnother() {
        // Given
        var review = border.pair();
        claim(border.leeds, review).statusCode(200);

        // When
        decide(border.leeds, review, UNSURE).statusCode(200).body("status", is("open"));

        // Then
        claim(border.leeds, review).statusCode(403).body("code", is("another-reviewer-needed"));
        claim(border.colleague, review).statusCode(200);
        read(border.colleague, review).body("note", containsString("scar"));
    }

    private Callable<Integer> claiming(CyclicBarrier start, Tokens by, String review) {
        return () -> {
            start.await();
            return claim(by, review).extract().statusCode();
        };
    }
}
