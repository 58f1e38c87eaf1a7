package eu.waymark.identity.link;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static eu.waymark.identity.link.AdoptedChild.recorded;
import static eu.waymark.identity.link.AdoptedChild.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody who is not named asks on purpose whether two records have a sealed link, and is answered as if they had none. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class SealedLinkTraceTest {

    private static final String LINKS = "/api/identity/v1/links";
    private static final String REVIEWS = "/api/identity/v1/reviews";

    private final AdoptedChild child = new AdoptedChild();

    @Test
    void whoProposesTheSameLearnsNothingAndWhoIsNamedIsTold() {
        // Given
        var before = child.recorded("Ermintrude", "Harcastle");
        var after = child.recorded("Ermintrud", "Harcastell");
        child.inForce(before, after);

        // Then
        child.proposed(child.colleague, before, after).statusCode(201).body("status", is("proposed"));
        child.proposed(child.first, before, after).statusCode(409).body("code", is("already-decided"));
        child.identity(before).body("records", hasSize(1));
    }

    @Test
    void whoAsksForAReviewIsNotToldOfWhatWasDecidedBeforeTheSealing() {
        // Given
        var before = child.recorded("Philippa", "Oglethorn");
        var after = child.recorded("Filippa", "Oglethorne");
        child.openLink(before, after).statusCode(201);
        asked(child.worker, before, after).statusCode(409);

        // When
        child.inForce(before, after);

        // Then
        asked(child.worker, before, after).statusCode(201).body("reason", is("asked"));
    }

    @Test
    void whatSomebodySaysAfterTheSealingStaysTheirOwnWordsAndJoinsNobody() {
        // Given
        var before = child.recorded("Wilhelmina", "Prendergast");
        var after = child.recorded("Vilhelmina", "Prendergast");
        var id = child.inForce(before, after);

        // When
        var link = child.openLink(before, after).statusCode(201).extract().<String>path("id");

        // Then
        Api.as(child.colleague, PURPOSE)
                .get(LINKS + "/" + link)
                .then()
                .statusCode(200)
                .body("verdict", is("same"));
        child.identity(before).body("records", hasSize(1)).body("history.id", contains(link));

        // When
        child.end(id);

        // Then
        child.identity(before).body("records", hasSize(2));
    }

    @Test
    void aLinkThatTheSealingHoldsDoesNotExplainTheOtherSideThroughAThird() throws SQLException {
        // Given
        var before = child.recorded("Clementina", "Ravenscar");
        var third = child.recorded("Clementine", "Ravenscar");
        var after = child.recorded("Klementina", "Ravenskar");
        child.openLink(before, third).statusCode(201);
        var link = child.openLink(third, after).statusCode(201).extract().<String>path("id");

        // When
        var id = child.inForce(before, after);

        // Then
        Api.as(child.worker, PURPOSE).get(LINKS + "/" + link).then().statusCode(404);
        child.identity(after).body("records", hasSize(1)).body("history", empty());
        child.identity(third).body("history", hasSize(1));
        assertThat(listedLinks()).doesNotContain(link).hasSize(1);

        // When: something changes on the one side
        var known = facts(after);
        child.openLink(before, child.recorded("Clementyna", "Ravenscar")).statusCode(201);

        // Then
        assertThat(facts(after)).isEqualTo(known);

        // When
        child.end(id);

        // Then
        child.identity(after).body("records", hasSize(4)).body("history.id", hasItem(link));
    }

    @Test
    void aPairThatAStrangerPutsUpWaitsInTheQueueOfNobodyElse() {
        // Given
        var before = child.recorded("Theodelinda", "Zwartendijk");
        recorded(child.stranger, "Theodelinde", "Swartendijk");
        var sought = named("Theodelinde", "Swartendijk", "2012-06-07", 2);
        child.sealedAcross(before, sought);

        // When
        var handle = shown(child.worker, sought);
        var review = Api.as(child.worker, PURPOSE)
                .body("{\"recordId\":\"" + before + "\",\"handle\":\"" + handle + "\"}")
                .post(REVIEWS)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        // Then
        assertThat(queue(child.worker)).containsExactly(review);
        assertThat(queue(child.stranger)).isEmpty();
    }

    private static List<String> facts(String record) throws SQLException {
        return Rows.of("select id from fact_outbox where subject = '" + record + "' order by id");
    }

    private List<String> listedLinks() {
        return Api.as(child.worker, PURPOSE).get(LINKS).then().extract().path("items.id");
    }

    private static List<String> queue(Tokens by) {
        return Api.as(by, PURPOSE).get(REVIEWS).then().statusCode(200).extract().path("items.id");
    }

    private static ValidatableResponse asked(Tokens by, String one, String other) {
        return Api.as(by, PURPOSE)
                .body("{\"recordId\":\"" + one + "\",\"otherRecordId\":\"" + other + "\"}")
                .post(REVIEWS)
                .then();
    }
}
