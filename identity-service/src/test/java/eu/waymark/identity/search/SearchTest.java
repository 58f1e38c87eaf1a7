package eu.waymark.identity.search;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class SearchTest {

    private static final String PATH = "/api/identity/v1/searches";
    private static final String SOMEBODY = named("Nobody", "Atall", "2014", 2);

    @Test
    void withoutATokenNothingIsAnswered() {
        Api.anonymous().body(SOMEBODY).post(PATH).then().statusCode(401).body("code", is("unauthenticated"));
    }

    @Test
    void complianceDoesNotSearch() {
        // Given
        var officer = Callers.compliance();

        // When
        Api.as(officer, "AUDIT")
                .body(SOMEBODY)
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));

        // Then
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("forbidden");
    }

    @Test
    void aSearchSaysWhy() {
        Api.as(Callers.leeds()).body(SOMEBODY).post(PATH).then().statusCode(403).body("code", is("purpose-required"));
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("purpose-required");
    }

    @Test
    void immigrationEnforcementFindsNothing() {
        Api.as(Callers.leeds(), "IMMIGRATION-ENFORCEMENT")
                .body(SOMEBODY)
                .post(PATH)
                .then()
                .statusCode(403)
                .body("code", is("purpose-forbidden"));
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("purpose-forbidden");
    }

    @Test
    void aTypingSlipIsNotDropped() {
        Api.as(Callers.leeds(), PURPOSE)
                .body("{\"names\":[{\"full\":\"Anna Koval\"}],\"birth\":\"2014\"}")
                .post(PATH)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Kov*", "K%", "An?a", "K_val", "Unknown"})
    void leafingThroughTheRegisterIsRefusedAndOnRecord(String name) {
        // Given
        var caller = Callers.leeds();

        // When
        Children.search(caller, "{\"names\":[{\"full\":\"" + name + "\"}]}")
                .then()
                .statusCode(422)
                .body("code", is("search-too-broad"))
                .body("errors.field", contains("names"));

        // Then
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.search");
        assertThat(event.path("outcome").asText()).isEqualTo("4");
        assertThat(event.toString()).doesNotContain(name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-02-2014", "2014-02-31", "2014-13", "yesterday", "2999-01-01"})
    void aBirthThatCannotBeIsNamedButNotRepeated(String birth) {
        Children.search(Callers.leeds(), "{\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[\"" + birth + "\"]}")
                .then()
                .statusCode(400)
                .body("code", is("invalid-request"))
                .body("errors.field", contains("births[0]"))
                .body(not(containsString(birth)));
    }

    @Test
    void anUnknownSexIsToldTheKnownOnes() {
        invalid("{\"names\":[{\"full\":\"Anna Koval\"}],\"sex\":7}", "sex")
                .body("errors[0].message", containsString("0 (not known), 1 (male), 2 (female), 9"));
    }

    @Test
    void anUnknownCountryIsToldTheKnownOnes() {
        invalid("{\"names\":[{\"full\":\"Anna Koval\"}],\"nationalities\":[\"FR\",\"UK\"]}", "nationalities[1]")
                .body("errors[0].message", containsString("GB"))
                .body(not(containsString("UK")));
    }

    @Test
    void aNameIsWholeOrInParts() {
        invalid("{\"names\":[{\"full\":\"Anna Koval\",\"given\":\"Anna\"}]}", "names[0]");
        invalid("{\"names\":[{}]}", "names[0]");
        invalid("{\"names\":[]}", "names");
        invalid("{\"names\":[null]}", "names[0]");
    }

    @Test
    void whoIsNotKnownIsNotFound() {
        Children.search(Callers.leeds(), named("Zebulon", "Quixworthy", "2013-03-04", 1))
                .then()
                .statusCode(201)
                .body("candidates", empty())
                .body("expiresAt", notNullValue());
    }

    @Test
    void ownRecordsComeWithReasonsThatAddUp() {
        // Given
        var caller = Callers.leeds();
        var child = named("Teodora", "Wanjiru", "2012-07-19", 2);
        var id = Children.recorded(caller, child);

        // When
        var found = Children.search(caller, child).then().statusCode(201);

        // Then
        found.body("candidates[0].own", is(true))
                .body("candidates[0].recordId", is(id))
                .body("candidates[0].explanation.field", hasItem("birth-date"))
                .body("candidates[0].explanation.text", everyItem(not(containsString("Teodora"))));
        List<Number> bits = found.extract().path("candidates[0].explanation.bits");
        double weight = bits.stream().mapToDouble(Number::doubleValue).sum();
        double probability =
                found.extract().<Number>path("candidates[0].probability").doubleValue();
        assertThat(1 / (1 + Math.pow(2, -weight))).isCloseTo(probability, within(1e-5));
        var event = Events.last();
        assertThat(event.path("returned").asText()).isEqualTo("1");
        assertThat(event.path("subjects")).hasSize(1);
        assertThat(event.toString()).doesNotContainIgnoringCase("wanjiru");
    }

    @Test
    void anotherScriptFindsTheSameChild() {
        // Given
        var lyon = Callers.lyon();
        var id = Children.recorded(
                lyon,
                "{\"names\":[{\"full\":\"Юлія Щербак\"}],\"births\":[\"2011-11-08\"],\"sex\":2,\"nationalities\":[\"UA\"]}");

        // When
        var found = Children.search(lyon, named("Yuliia", "Shcherbak", "2011-11-08", 2))
                .then()
                .statusCode(201);

        // Then
        found.body("candidates.recordId", hasItem(id));
    }

    @Test
    void aMissingBirthStillFindsTheChild() {
        // Given
        var caller = Callers.leeds();
        var id = Children.recorded(caller, named("Ottoline", "Brackenbury", "2010-01-30", 2));

        // When
        var found = Children.search(caller, "{\"names\":[{\"full\":\"Ottoline Brackenbury\"}]}")
                .then()
                .statusCode(201);

        // Then
        found.body("candidates.recordId", hasItem(id));
    }

    @Test
    void anotherAgencysRecordShowsHowItAgreesAndNothingElse() {
        // Given
        var child = named("Rosalind", "Featherstone", "2013-05-06", 2);
        Children.recorded(Callers.leeds(), child);

        // When
        var found = Children.search(Callers.lyon(), child).then().statusCode(201);

        // Then
        found.body("candidates[0].keySet()", is(Set.of("own", "handle", "agreement")))
                .body("candidates[0].own", is(false))
                .body("candidates[0].agreement.name", is("agree"))
                .body("candidates[0].agreement.birthDate", is("agree"))
                .body("candidates[0].agreement.sex", is("agree"));
    }

    @Test
    void aHandleMeansNothingOutsideItsSearch() {
        // Given
        var child = named("Persephone", "Underhill", "2015-02-03", 2);
        Children.recorded(Callers.leeds(), child);
        var caller = Callers.lyon();

        // When
        String first = Children.search(caller, child).path("candidates[0].handle");
        String second = Children.search(caller, child).path("candidates[0].handle");

        // Then
        assertThat(first).isNotEqualTo(second);
        Api.as(caller, PURPOSE).get("/api/identity/v1/persons/" + first).then().statusCode(404);
    }

    @Test
    void moreThanThirtySearchesInAMinuteAreRefusedWithOneAlarm() {
        // Given
        var caller = Callers.of("GB-HASTE", "practitioner", PURPOSE);
        for (int i = 0; i < 30; i++) {
            Children.search(caller, SOMEBODY).then().statusCode(201);
        }

        // When
        for (int i = 0; i < 3; i++) {
            Children.search(caller, SOMEBODY)
                    .then()
                    .statusCode(429)
                    .body("code", is("too-many-searches"))
                    .header("Retry-After", Integer::parseInt, greaterThan(0));
        }

        // Then
        var alarms = Events.all().stream()
                .filter(event -> event.path("type").asText().equals("identity.search.flood"))
                .filter(event -> event.at("/agent/agency").asText().equals("GB-HASTE"))
                .toList();
        assertThat(alarms).hasSize(1);
        assertThat(alarms.getFirst().path("outcomeCode").asText()).isEqualTo("too-many-searches");
        Children.search(Callers.of("GB-HASTE", "practitioner", PURPOSE), SOMEBODY)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse invalid(String body, String field) {
        return Children.search(Callers.leeds(), body)
                .then()
                .statusCode(422)
                .body("code", is("invalid-fields"))
                .body("errors.field", contains(startsWith(field)));
    }
}
