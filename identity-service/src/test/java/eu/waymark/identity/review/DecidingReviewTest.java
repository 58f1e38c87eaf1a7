package eu.waymark.identity.review;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.review.Border.SAME;
import static eu.waymark.identity.review.Border.at;
import static eu.waymark.identity.review.Border.claim;
import static eu.waymark.identity.review.Border.confirm;
import static eu.waymark.identity.review.Border.decide;
import static eu.waymark.identity.review.Border.identityOfOnlyRecord;
import static eu.waymark.identity.review.Border.queue;
import static eu.waymark.identity.review.Border.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people of two agencies make one child of two records. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class DecidingReviewTest {

    @Inject
    FindingPairs finding;

    private Border border;

    @BeforeEach
    void twoAgencies() {
        border = new Border(finding);
    }

    @Test
    void twoPeopleOfTwoAgenciesLinkAndNeverOneAlone() {
        // Given
        var review = border.pair();
        claim(border.leeds, review).statusCode(200);

        // When
        decide(border.leeds, review, SAME).statusCode(200).body("status", is("proposed"));

        // Then: neither the proposer nor a border.colleague confirms it
        for (var one : List.of(border.leeds, border.colleague)) {
            claim(one, review).statusCode(403).body("code", is("second-person-needed"));
            confirm(one, review, true).statusCode(403).body("code", is("second-person-needed"));
        }
        confirm(border.rotterdam, review, true).statusCode(409).body("code", is("review-not-claimed"));
        identityOfOnlyRecord(border.leeds).body("records", hasSize(1));

        // When
        claim(border.rotterdam, review).statusCode(200);
        read(border.rotterdam, review).body("note", is("Same aunt."));
        confirm(border.rotterdam, review, true).statusCode(200).body("status", is("decided"));

        // Then
        identityOfOnlyRecord(border.leeds)
                .body("records", hasSize(2))
                .body("records[1].country", is("NL"))
                .body("history[0].verdict", is("same"));
        evidence(border.leeds).body("note", is("Same aunt.")).body("reasons", nullValue());
        evidence(border.rotterdam).body("note", is("Same aunt.")).body("probability", nullValue());
        queue(border.leeds).body("items", empty());
        assertThat(Events.all().stream()
                        .filter(event -> event.path("type").asText().equals("identity.review.confirmed"))
                        .filter(event -> event.path("resource").asText().equals(review)
                                && event.path("outcome").asText().equals("0"))
                        .toList())
                .singleElement()
                .satisfies(event -> assertThat(event.path("subjects")).hasSize(2));
    }

    /** Why the first decision of an agency about its only record was made. */
    private static ValidatableResponse evidence(Tokens by) {
        var link = identityOfOnlyRecord(by).extract().<String>path("history[0].id");
        return Api.as(by, PURPOSE)
                .get("/api/identity/v1/links/" + link + "/evidence")
                .then()
                .statusCode(200);
    }

    @Test
    void theCentralAuthorityOfOneOfTheCountriesMayConfirmAndAnotherMayNot() {
        // Given
        var review = border.pair();
        claim(border.leeds, review).statusCode(200);
        decide(border.leeds, review, SAME).statusCode(200);
        var stranger = at("FR-CA-" + border.suffix, "FR", "central-authority").agencyType("central-authority");

        // Then
        claim(stranger, review).statusCode(404);
        claim(border.ministry, review).statusCode(200);
        read(border.ministry, review).body("halves.person", org.hamcrest.Matchers.everyItem(nullValue()));
        confirm(border.ministry, review, true).statusCode(200).body("status", is("decided"));
    }

    @Test
    void whoDoesNotAgreeSendsThePairBack() {
        // Given
        var review = border.pair();
        claim(border.leeds, review).statusCode(200);
        decide(border.leeds, review, SAME).statusCode(200);
        claim(border.rotterdam, review).statusCode(200);

        // When
        confirm(border.rotterdam, review, false).statusCode(200).body("status", is("open"));

        // Then
        identityOfOnlyRecord(border.leeds).body("records", hasSize(1));
    }
}
