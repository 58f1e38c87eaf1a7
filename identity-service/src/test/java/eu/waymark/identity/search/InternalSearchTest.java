package eu.waymark.identity.search;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class InternalSearchTest {

    private static final String PATH = "/internal/v1/searches";
    private static final String CHILD = named("Marguerite", "Vandersloot", "2012-09-13", 2);

    @Test
    void withoutATokenNothingIsAnswered() {
        Api.anonymous().body(CHILD).post(PATH).then().statusCode(401);
    }

    @Test
    void aServiceAloneDoesNotSearch() {
        Api.as(Tokens.service("register-service")).body(CHILD).post(PATH).then().statusCode(403);
    }

    @Test
    void onlyTheRegisterSearchesForPeople() {
        // When
        search(Callers.lyon().client("referral-service"), CHILD)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));

        // Then
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.search");
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("forbidden");
    }

    @Test
    void theRegisterLearnsWhichRecordsMayBeMeantAndNotWhoTheyAreAbout() {
        // Given
        var id = Children.recorded(Callers.leeds(), CHILD);

        // When
        var found =
                search(Callers.lyon().client("register-service"), CHILD).then().statusCode(200);

        // Then
        found.body("population", greaterThanOrEqualTo(1))
                .body("matches[0].recordId", is(id))
                .body("matches[0].tag", matchesPattern("[A-Za-z0-9_-]{22}"))
                .body("matches[0].agency", is("GB-LDS"))
                .body("matches[0].country", is("GB"))
                .body("matches[0].agreement.name", is("agree"))
                .body(not(containsString("Vandersloot")));
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.search");
        assertThat(Events.last().at("/agent/agency").asText()).isEqualTo("FR-69-CRIP");
        assertThat(Events.last().at("/subjects/0").asText())
                .isEqualTo(found.extract().path("matches[0].tag"));
    }

    @Test
    void theChildOfAnOwnRecordIsSearchedForAndThatOfAnothersIsNot() {
        // Given
        var child = named("Hieronymus", "Quackenbush", "2013-04-02", 1);
        var leeds = Children.recorded(Callers.leeds(), child);
        var body = "{\"recordId\":\"" + leeds + "\"}";

        // When
        var found = Api.as(Callers.leeds().client("register-service"), PURPOSE)
                .body(body)
                .post(PATH + "/by-record");

        // Then
        found.then().statusCode(200).body("matches[0].recordId", is(leeds)).body(not(containsString("Quackenbush")));
        Api.as(Callers.lyon().client("register-service"), PURPOSE)
                .body(body)
                .post(PATH + "/by-record")
                .then()
                .statusCode(404);
        Api.as(Callers.leeds(), PURPOSE)
                .body(body)
                .post(PATH + "/by-record")
                .then()
                .statusCode(403);
    }

    @Test
    void aChildThatTwoAgenciesRecordedIsStillBeyondDoubt() {
        // Given
        var child = named("Philippina", "Wigglesworth", "2014-03-05", 2);
        Children.recorded(Callers.leeds(), child);
        Children.recorded(Callers.lyon(), child);

        // When
        var found = search(Callers.lyon().client("register-service"), child);

        // Then
        found.then().statusCode(200).body("matches.band", contains("certain", "certain"));
    }

    @Test
    void twoRecordsOfOneAgencyContestEachOther() {
        // Given
        var child = named("Theodosia", "Featherstone", "2014-03-05", 2);
        Children.recorded(Callers.leeds(), child);
        Children.recorded(Callers.leeds(), child);

        // When
        var found = search(Callers.lyon().client("register-service"), child);

        // Then
        found.then().statusCode(200).body("matches.band", contains("possible", "possible"));
    }

    @Test
    void anotherChildOfTheSameNameIsNotAHit() {
        // Given
        Children.recorded(Callers.leeds(), named("Wilhelmina", "Oosterhuis", "2009-02-11", 2));

        // When
        var found =
                search(Callers.lyon().client("register-service"), named("Wilhelmina", "Oosterhuis", "2017-10-25", 2));

        // Then
        found.then().statusCode(200).body("matches", empty());
    }

    @Test
    void aSearchThatSaysTooLittleIsRefused() {
        search(Callers.lyon().client("register-service"), "{\"names\":[{\"full\":\"A\"}]}")
                .then()
                .statusCode(422)
                .body("code", is("search-too-broad"));
    }

    @Test
    void searchesForChecksCountWithAllOthers() {
        // Given
        var caller = Callers.lyon().client("register-service");
        for (int i = 0; i < 30; i++) {
            Children.search(caller, CHILD).then().statusCode(201);
        }

        // When / Then
        search(caller, CHILD).then().statusCode(429).body("code", is("too-many-searches"));
    }

    private static Response search(Tokens by, String child) {
        return Api.as(by, PURPOSE).body(child).post(PATH);
    }
}
