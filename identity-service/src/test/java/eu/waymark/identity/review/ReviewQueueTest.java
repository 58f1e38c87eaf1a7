package eu.waymark.identity.review;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static eu.waymark.identity.review.Border.DIFFERENT;
import static eu.waymark.identity.review.Border.REVIEWS;
import static eu.waymark.identity.review.Border.SAME;
import static eu.waymark.identity.review.Border.claim;
import static eu.waymark.identity.review.Border.confirm;
import static eu.waymark.identity.review.Border.decide;
import static eu.waymark.identity.review.Border.doubled;
import static eu.waymark.identity.review.Border.identity;
import static eu.waymark.identity.review.Border.onlyRecord;
import static eu.waymark.identity.review.Border.onlyReview;
import static eu.waymark.identity.review.Border.queue;
import static eu.waymark.identity.review.Border.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Children;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes first in the queue, and who may put a pair into it. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ReviewQueueTest {

    @Inject
    FindingPairs finding;

    private Border border;

    @BeforeEach
    void twoAgencies() {
        border = new Border(finding);
    }

    @Test
    void aContradictionComesBeforeAPerson() {
        // Given: a and b are two, b and c are one
        var review = border.pair();
        claim(border.leeds, review).statusCode(200);
        decide(border.leeds, review, DIFFERENT).statusCode(200);
        var a = onlyRecord(border.leeds);
        var c = recorded(border.leeds, doubled(border.given, 4), border.family, border.birth);
        finding.run();
        var foreignPair = queue(border.leeds)
                .extract()
                .<List<String>>path("items.findAll { it.records.size() == 2 && " + "it.records.any { !it.own } }.id");
        assertThat(foreignPair).hasSize(1);
        claim(border.leeds, foreignPair.getFirst()).statusCode(200);
        decide(border.leeds, foreignPair.getFirst(), SAME).statusCode(200);
        claim(border.rotterdam, foreignPair.getFirst()).statusCode(200);
        confirm(border.rotterdam, foreignPair.getFirst(), true).statusCode(200);

        // When
        Api.as(border.leeds, PURPOSE)
                .body(
                        "{\"recordId\":\"%s\",\"otherRecordId\":\"%s\",\"verdict\":\"same\",\"reason\":\"recorded-twice\"}"
                                .formatted(a, c))
                .post("/api/identity/v1/links")
                .then()
                .statusCode(201)
                .body("held", is(true));

        // Then
        queue(border.rotterdam).body("items.reason", contains("conflict"));
        identity(border.leeds, a).body("records", hasSize(1));
    }

    @Test
    void thoseOfWhomLeastIsKnownComeFirstAndTheQueueIsPaged() throws SQLException {
        // Given
        recorded(border.leeds, "Fabiola", "Vandersteen", "2010-01-02");
        recorded(border.rotterdam, "Fabiola", "Vandersteen", "2010-01-02");
        recorded(border.leeds, "Godelieve", "Vandenbroucke", "2013");
        recorded(border.rotterdam, "Godeliva", "Vandenbrouke", "2014-08-09");
        finding.run();

        // When
        var ids = queue(border.leeds).body("items", hasSize(2)).extract().<List<String>>path("items.id");
        var first =
                Api.as(border.leeds, PURPOSE).get(REVIEWS + "?limit=1").then().statusCode(200);

        // Then
        assertThat(first.extract().<List<String>>path("items.id")).containsExactly(ids.getFirst());
        assertThat(Base64.getUrlDecoder().decode(first.extract().<String>path("next")))
                .as("the cursor names a review that the caller knows, and no rank")
                .isEqualTo(bytes(ids.getFirst()));
        Api.as(border.leeds, PURPOSE)
                .queryParam("cursor", first.extract().<String>path("next"))
                .get(REVIEWS)
                .then()
                .body("items.id", contains(ids.getLast()))
                .body("next", nullValue());
        assertThat(Rows.of("select rank::text from guarded.pair_review where agency_a like '%" + border.suffix
                        + "' order by rank, id"))
                .isSortedAccordingTo(java.util.Comparator.comparingInt(Integer::parseInt));
        Api.as(border.leeds, PURPOSE).get(REVIEWS + "?cursor=rubbish").then().statusCode(400);
    }

    @Test
    void aPersonPutsUpAPairFromTheirOwnSearchAndNotFromAnothers() throws SQLException {
        // Given
        var own = recorded(border.leeds, "Bartolomea", "Quirke", "2012-03-04");
        recorded(border.rotterdam, "Bartholomea", "Quirke", "2012-03-04");
        var handle = Children.search(border.leeds, named("Bartholomea", "Quirke", "2012-03-04", 2))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("candidates.find { !it.own }.handle");
        var asked = "{\"recordId\":\"" + own + "\",\"handle\":\"" + handle + "\"}";

        // When
        Api.as(border.colleague, PURPOSE).body(asked).post(REVIEWS).then().statusCode(404);
        // nor from one of theirs for the agency where they worked before
        var of = " where id = (select search_id from guarded.search_candidate where handle = '" + handle + "')";
        var agency = Rows.of("select agency from guarded.search" + of).getFirst();
        Rows.change("update guarded.search set agency = 'GB-BEFORE'" + of);
        Api.as(border.leeds, PURPOSE).body(asked).post(REVIEWS).then().statusCode(404);
        Rows.change("update guarded.search set agency = '" + agency + "'" + of);
        var review = Api.as(border.leeds, PURPOSE)
                .body(asked)
                .post(REVIEWS)
                .then()
                .statusCode(201)
                .body("reason", is("asked"))
                .extract()
                .<String>path("id");

        // Then
        assertThat(onlyReview(border.rotterdam)).isEqualTo(review);
        claim(border.rotterdam, review).statusCode(200);
        decide(border.rotterdam, review, DIFFERENT).statusCode(200);
        Api.as(border.leeds, PURPOSE)
                .body(asked)
                .post(REVIEWS)
                .then()
                .statusCode(409)
                .body("code", is("already-decided"));
    }

    private static byte[] bytes(String id) {
        var uuid = UUID.fromString(id);
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
