package eu.waymark.identity.review;

import static eu.waymark.identity.review.Border.DIFFERENT;
import static eu.waymark.identity.review.Border.claim;
import static eu.waymark.identity.review.Border.decide;
import static eu.waymark.identity.review.Border.identity;
import static eu.waymark.identity.review.Border.onlyRecord;
import static eu.waymark.identity.review.Border.onlyReview;
import static eu.waymark.identity.review.Border.queue;
import static eu.waymark.identity.review.Border.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records that look alike come before a person, and nothing is linked by itself. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class FindingPairsTest {

    @Inject
    FindingPairs finding;

    private Border border;

    @BeforeEach
    void twoAgencies() {
        border = new Border(finding);
    }

    @Test
    void recordsOfTwoCountriesThatLookAlikeWaitForAPersonAndNothingIsLinked() {
        // Given
        var maria = recorded(border.leeds, "Mariia", "Kovalivska", "2013-05-06");
        var abroad = recorded(border.rotterdam, "Марія", "Ковалівська", "2012");

        // When
        finding.run();

        // Then
        var review = onlyReview(border.leeds);
        queue(border.leeds)
                .body("items[0].reason", is("found"))
                .body("items[0].records[0].recordId", is(maria))
                .body("items[0].records[1].country", is("NL"))
                .body("items[0].records[1].agency", nullValue());
        assertThat(onlyReview(border.rotterdam)).isEqualTo(review);
        queue(border.ministry).body("items.id", org.hamcrest.Matchers.hasItem(review));
        identity(border.leeds, maria).body("records", hasSize(1));
        identity(border.rotterdam, abroad).body("records", hasSize(1));
        // and the machine's own look is on record, once
        assertThat(Events.all().stream()
                        .filter(event -> event.path("type").asText().equals("identity.review.found")))
                .isNotEmpty()
                .allMatch(event -> event.path("purpose").asText().equals("SYSTEM"));
    }

    @Test
    void twinsOfOneSurnameAreNeitherLinkedNorAskedAbout() {
        recorded(border.leeds, "Hector", "Summerfield", "2014-03-09");
        recorded(border.rotterdam, "Lysander", "Summerfield", "2014-03-09");
        finding.run();
        queue(border.leeds).body("items", empty());
    }

    @Test
    void aMissingBirthStillMakesAPair() {
        recorded(border.leeds, "Casimira", "Wolodarsky", "2011-02-03");
        Children.recorded(
                border.rotterdam,
                "{\"names\":[{\"given\":\"Casimira\",\"family\":\"Wolodarsky\"}],\"births\":[],\"sex\":2,"
                        + "\"nationalities\":[]}");
        finding.run();
        queue(border.rotterdam).body("items", hasSize(1));
    }

    @Test
    void whatIsDecidedIsNotAskedAgainUntilThereIsNewEvidence() throws SQLException {
        // Given
        var review = border.pair();
        claim(border.leeds, review).statusCode(200);
        decide(border.leeds, review, DIFFERENT).statusCode(200).body("status", is("decided"));
        var record = onlyRecord(border.leeds);

        // When: something is added that says nothing of who it is
        border.correct(record, 1, "more-known", border.given, ",\"languages\":[\"de\"]");
        finding.run();

        // Then
        queue(border.leeds).body("items", empty());

        // When
        border.correct(record, 2, "was-wrong", border.misspelt, "");
        finding.run();

        // Then
        queue(border.leeds).body("items", hasSize(1)).body("items[0].reason", is("new-evidence"));
    }
}
