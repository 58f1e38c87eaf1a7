package eu.waymark.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ListingReferralsTest {

    @Inject
    SessionFactory sessions;

    @Test
    void theListShowsWhatWasReceivedWithoutTextsAndPersonRecords() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.lyon().queryParam("direction", "incoming").get(Sent.PATH);

        // Then
        answer.then()
                .statusCode(200)
                .body("items.id", hasItem(sent.id().toString()))
                .body("items.toAgency", everyItem(equalTo(Workers.LYON)))
                .body("items.personRecordId", everyItem(nullValue()))
                .body("items.reason", everyItem(nullValue()));
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.referral.listed");
        assertThat(event.path("returned").asInt())
                .isEqualTo(answer.jsonPath().getList("items").size());
        assertThat(event.path("subjects").toString()).contains(Identity.tag(sent.person()));
    }

    @Test
    void theListShowsTheSenderItsPersonRecords() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.leeds().queryParam("direction", "outgoing").get(Sent.PATH);

        // Then
        answer.then()
                .statusCode(200)
                .body(
                        "items.find { it.id == '%s' }.personRecordId".formatted(sent.id()),
                        equalTo(sent.person().toString()));
        Workers.leeds()
                .queryParam("direction", "incoming")
                .get(Sent.PATH)
                .then()
                .body("items.id", not(hasItem(sent.id().toString())));
    }

    @Test
    void theListIsFilteredByStatus() {
        // Given
        var waiting = Sent.byLeedsToLyon();
        var revoked = Sent.byLeedsToLyon();
        Workers.leeds()
                .header("If-Match", "\"0\"")
                .post(revoked.revocations())
                .then()
                .statusCode(200);

        // When
        var answer = Workers.leeds().queryParam("status", "revoked").get(Sent.PATH);

        // Then
        answer.then()
                .statusCode(200)
                .body("items.id", hasItem(revoked.id().toString()))
                .body("items.id", not(hasItem(waiting.id().toString())))
                .body("items.status", everyItem(equalTo("revoked")));
    }

    @Test
    void anotherAgencysListShowsNothingOfIt() {
        // Given
        var sent = Sent.byLeedsToLyon();

        // When
        var answer = Workers.berlin().get(Sent.PATH);

        // Then
        answer.then().statusCode(200).body("items.id", not(hasItem(sent.id().toString())));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        // Given: an agency of its own, so that no other test writes into the list
        Directory.isKnown();
        Directory.lists("NL-RTM-JB", "Jeugdbescherming Rotterdam", "NL");
        var ids = new ArrayList<>(
                IntStream.range(0, 5).mapToObj(i -> sentTo("NL-RTM-JB")).toList());

        // When
        var read = allPages(Workers.PURPOSE);

        // Then
        assertThat(read).containsExactlyElementsOf(ids.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=garbage", "status=lost", "direction=sideways"})
    void aQueryThatMakesNoSenseIsRefused(String query) {
        var status = Workers.leeds().get(Sent.PATH + "?" + query).statusCode();

        assertThat(status).isIn(400, 422);
    }

    @Test
    void aLongListTakesNoMoreQueriesThanAShortOne() {
        // Given
        Directory.isKnown();
        Directory.lists("NL-AMS-JB", "Jeugdbescherming Amsterdam", "NL");
        IntStream.range(0, 6).forEach(i -> sentTo("NL-AMS-JB"));

        // When
        var ofOne = queriesOf(1);
        var ofSix = queriesOf(6);

        // Then
        assertThat(ofSix).isEqualTo(ofOne).isPositive();
    }

    private long queriesOf(int limit) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        Workers.asked(Api.as(Tokens.practitioner("NL-AMS-JB", "NL"), Workers.PURPOSE))
                .queryParam("limit", limit)
                .get(Sent.PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(limit));
        return statistics.getPrepareStatementCount();
    }

    private static String sentTo(String agency) {
        return Workers.leeds()
                .body(Sent.body(Identity.personOf(Workers.LEEDS), agency, Sent.REASON))
                .post(Sent.PATH)
                .path("id");
    }

    private static List<String> allPages(String purpose) {
        var read = new ArrayList<String>();
        String cursor = null;
        do {
            var page = rotterdam(purpose).queryParam("limit", 2);
            var answer = (cursor == null ? page : page.queryParam("cursor", cursor)).get(Sent.PATH);
            answer.then().statusCode(200);
            assertThat(answer.jsonPath().getList("items")).hasSizeLessThanOrEqualTo(2);
            read.addAll(answer.jsonPath().getList("items.id", String.class));
            cursor = answer.path("next");
        } while (cursor != null);
        return read;
    }

    private static RequestSpecification rotterdam(String purpose) {
        return Api.as(Tokens.practitioner("NL-RTM-JB", "NL"), purpose);
    }
}
