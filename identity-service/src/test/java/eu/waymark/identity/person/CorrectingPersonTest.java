package eu.waymark.identity.person;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class CorrectingPersonTest {

    private static final String PATH = "/api/identity/v1/persons/";

    private static String corrected(String reason, String child) {
        return "{\"reason\":\"" + reason + "\"," + child.substring(1);
    }

    private static ValidatableResponse correct(Tokens by, String id, int version, String body) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(PATH + id)
                .then();
    }

    private static ValidatableResponse search(String given, String family, String birth) {
        return Children.search(Callers.leeds(), named(given, family, birth, 2))
                .then()
                .statusCode(201);
    }

    @Test
    void withoutATokenNothingIsCorrected() {
        Api.anonymous()
                .body(CorrectedPerson.EXAMPLE)
                .put(PATH + UUID.randomUUID())
                .then()
                .statusCode(401);
    }

    @Test
    void complianceCorrectsNothing() {
        Api.as(Callers.compliance(), "AUDIT")
                .body(CorrectedPerson.EXAMPLE)
                .put(PATH + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void aWrongNameFindsNobodyAnyMoreAndStaysInTheHistory() {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Isolde", "Wrongwater", "2013-01-17", 2));

        // When
        correct(leeds, id, 1, corrected("was-wrong", named("Isolde", "Rightwater", "2013-01-17", 2)))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", is(2))
                .body("names.family", contains("Rightwater"));

        // Then
        assertThat(Events.last().path("type").asText()).isEqualTo("identity.person.corrected");
        assertThat(Events.last().at("/notes/reason").asText()).isEqualTo("WAS_WRONG");
        search("Isolde", "Rightwater", "2013-01-17").body("candidates.recordId", hasItem(id));
        search("Hermelinde", "Wrongwater", "2009-04-21").body("candidates.recordId", not(hasItem(id)));
        Api.as(leeds, PURPOSE)
                .get(PATH + id + "/history")
                .then()
                .statusCode(200)
                .body("versions.version", contains(1))
                .body("versions[0].demographics.names[0].family", is("Wrongwater"))
                .body("versions[0].reason", is("was-wrong"));
    }

    @Test
    void aNameThatWasRightOnceStaysAndFinds() {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Griselda", "Maidenhead", "2010-02-18", 2));

        // When
        correct(leeds, id, 1, corrected("has-changed", named("Griselda", "Marriedsworth", "2010-02-18", 2)))
                .statusCode(200)
                .body("names.family", contains("Marriedsworth", "Maidenhead"))
                .body("names[1].type", is("former"));

        // Then
        search("Griselda", "Maidenhead", "2010-02-18").body("candidates.recordId", hasItem(id));
        search("Griselda", "Marriedsworth", "2010-02-18").body("candidates.recordId", hasItem(id));
    }

    @Test
    void aCorrectionSaysWhichVersionItIsOf() {
        // Given
        var leeds = Callers.leeds();
        var child = named("Leocadia", "Firstborn", "2012-03-19", 2);
        var id = Children.recorded(leeds, child);
        var body = corrected("was-wrong", named("Leocadia", "Secondborn", "2012-03-19", 2));

        // When / Then
        Api.as(leeds, PURPOSE).body(body).put(PATH + id).then().statusCode(428);
        correct(leeds, id, 2, body).statusCode(412).body("code", is("stale"));
        correct(leeds, id, 1, body).statusCode(200);
        correct(leeds, id, 1, body).statusCode(412);
    }

    @Test
    void ofTwoCorrectionsAtOnceOneIsMade() throws Exception {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Quintina", "Twofold", "2012-04-20", 2));
        Callable<Integer> attempt =
                () -> correct(leeds, id, 1, corrected("more-known", named("Quintina", "Threefold", "2012-04-20", 2)))
                        .extract()
                        .statusCode();

        // When
        List<Future<Integer>> answers;
        try (var two = Executors.newFixedThreadPool(2)) {
            answers = two.invokeAll(List.of(attempt, attempt));
        }

        // Then
        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        Api.as(leeds, PURPOSE).get(PATH + id).then().body("version", is(2));
    }

    @Test
    void aCorrectionThatIsSentTwiceHappensOnce() {
        // Given
        var leeds = Callers.leeds();
        var token = leeds.sign();
        var id = Children.recorded(leeds, named("Rosamunde", "Echo", "2012-05-21", 2));
        var body = corrected("was-wrong", named("Rosamunde", "Ekho", "2012-05-21", 2));

        // When
        for (int i = 0; i < 2; i++) {
            Api.as(token)
                    .header("Purpose-Of-Use", PURPOSE)
                    .header("Idempotency-Key", "rosamunde-1")
                    .header("If-Match", "\"1\"")
                    .body(body)
                    .put(PATH + id)
                    .then()
                    .statusCode(200);
        }

        // Then
        Api.as(leeds, PURPOSE).get(PATH + id).then().body("version", is(2));
    }

    @Test
    void anotherAgencysRecordIsCorrectedAsLittleAsAnUnknownOne() {
        // Given
        var id = Children.recorded(Callers.leeds(), named("Tiburtia", "Elsewhere", "2012-06-22", 2));
        var body = corrected("was-wrong", named("Tiburtia", "Nowhere", "2012-06-22", 2));

        // When
        correct(Callers.lyon(), id, 1, body).statusCode(404);

        // Then
        assertThat(Events.last().path("resource").asText()).isEqualTo(id);
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("not-found");
        correct(Callers.lyon(), UUID.randomUUID().toString(), 1, body).statusCode(404);
        Api.as(Callers.lyon(), PURPOSE).get(PATH + id + "/history").then().statusCode(404);
    }

    @Test
    void aRecordThatIsBentUntilItIsLikeSomebodyIsLeafingToo() {
        // Given
        var stalker = Callers.of("GB-BENDS", "practitioner", PURPOSE);
        var id = Children.recorded(stalker, named("Wilhelmine", "Bendsome", "2012-08-01", 2));
        for (int day = 2; day <= 8; day++) {
            bend(stalker, id, day).statusCode(200);
        }

        // When
        bend(stalker, id, 9).statusCode(429).body("code", is("search-enumeration"));

        // Then
        Api.as(stalker, PURPOSE).get(PATH + id).then().body("births[0]", is("2012-08-08"));
        Children.search(stalker, named("Wilhelmine", "Bendsome", "2012-08-10", 2))
                .then()
                .statusCode(429);
    }

    private static ValidatableResponse bend(Tokens by, String id, int day) {
        return correct(by, id, day - 1, corrected("was-wrong", named("Wilhelmine", "Bendsome", "2012-08-0" + day, 2)));
    }

    @Test
    void aCorrectionSaysEnoughToBeFoundAgain() {
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Ursulina", "Shrinking", "2012-07-23", 2));
        correct(leeds, id, 1, "{\"reason\":\"was-wrong\",\"names\":[{\"full\":\"U\"}]}")
                .statusCode(422)
                .body("code", is("search-too-broad"));
        correct(leeds, id, 1, "{\"reason\":\"was-wrong\",\"names\":[]}")
                .statusCode(422)
                .body("errors.field", contains("names"));
        Api.as(leeds, PURPOSE).get(PATH + id + "/history").then().body("versions", empty());
    }
}
