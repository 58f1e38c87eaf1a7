package eu.waymark.identity.privatequery;

import static eu.waymark.identity.Children.named;
import static eu.waymark.identity.privatequery.Questions.PATH;
import static eu.waymark.identity.privatequery.Questions.about;
import static eu.waymark.identity.privatequery.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.matching.clk.PrivateQuestion;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class PrivateQueryTest {

    private static final String STRANGER = about("Zsofia", "Quixworthy", "2013-03-04");

    @Test
    void whoeverMayNotAskIsRefusedOnRecord() {
        Api.anonymous()
                .header("Case-Reference", "2026/1")
                .body(STRANGER)
                .post(PATH)
                .then()
                .statusCode(401);
        refused(
                Api.as(Callers.compliance(), "AUDIT")
                        .header("Case-Reference", "2026/1")
                        .body(STRANGER)
                        .post(PATH),
                403,
                "forbidden");
        refused(
                Api.as(Callers.leeds(), "IMMIGRATION-ENFORCEMENT")
                        .header("Case-Reference", "2026/1")
                        .body(STRANGER)
                        .post(PATH),
                403,
                "purpose-forbidden");
        refused(Api.as(Callers.leeds(), Children.PURPOSE).body(STRANGER).post(PATH), 422, "case-reference-required");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", is(code));
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo(code);
    }

    @Test
    void anotherEpochIsToldWhichIsAnswered() {
        // Given
        var old = STRANGER.replace("2026-Q4", "2025-Q1");
        Children.recorded(Callers.lyon(), named("Hyacinthe", "Vauquelin", "2012-05-20", 2));
        var previous = PrivateQuestion.json(
                "2026-Q3",
                Questions.encoded(
                        "2026-Q3", "waymark.secrets.clk-previous-key", "Hyacinthe", "Vauquelin", "2012-05-20"));

        // Then
        ask(Callers.leeds(), "2026/2", old)
                .then()
                .statusCode(422)
                .body("code", is("unknown-epoch"))
                .body("detail", containsString("2026-Q4"))
                .body("detail", containsString("2026-Q3"));
        ask(Callers.leeds(), "2026/2", previous).then().statusCode(200).body("answer", is("HIT"));
    }

    @Test
    void whatIsNoEncodingIsNamedAndNotRepeated() {
        // Given
        var full = "/".repeat(170) + "8=";
        var question = "{\"epoch\":\"2026-Q4\",\"encodings\":[{\"reading\":\"DAY\",\"shelf\":\"%s\",\"clk\":\"%s\"}]}";

        // Then
        ask(Callers.leeds(), "2026/3", question.formatted("7", full))
                .then()
                .statusCode(422)
                .body("code", is("search-too-broad"))
                .body("errors.field", hasItem("encodings[0].clk"));
        ask(Callers.leeds(), "2026/3", question.formatted("9999999999999999999", full))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("encodings[0].shelf"));
        ask(Callers.leeds(), "2026/3", question.formatted("7", "QUJD"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem(startsWith("encodings[0].clk")))
                .body(not(containsString("QUJD")));
    }

    @Test
    void theAnswersAreHitAskAndNoHitAndLookAlike() {
        // Given
        Children.recorded(Callers.lyon(), named("Юлія", "Щербакова", "2014-03-05", 2));
        Children.recorded(Callers.lyon(), named("Apolline", "Debussac", "2011", 2));
        var caller = Callers.leeds();

        // When
        var hit = ask(caller, "2026/4", about("Yulia", "Shcherbakova", "2014-03-05"));
        var maybe = ask(caller, "2026/5", about("Apolline", "Debussac", "2011-10-09"));
        var none = ask(caller, "2026/6", STRANGER);

        // Then
        hit.then().statusCode(200).body("answer", is("HIT")).body("contact.country", is("FR"));
        maybe.then().statusCode(200).body("answer", is("ASK-CONTACT")).body("contact.name", is("Permanence nationale"));
        none.then().statusCode(200).body("answer", is("NO-HIT"));
        assertThat(keys(hit))
                .isEqualTo(keys(maybe))
                .isEqualTo(Set.of("answer", "contact", "coveredCountries", "notice", "padding"));
        assertThat(keys(none)).isEqualTo(Set.of("answer", "coveredCountries", "notice", "padding"));
        for (var answer : List.of(hit, maybe, none)) {
            assertThat(answer.asByteArray()).hasSize(PaddedAnswers.BYTES);
            assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(PaddedAnswers.BYTES));
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store, no-transform");
            assertThat(answer.timeIn(TimeUnit.MILLISECONDS)).isGreaterThanOrEqualTo(250);
        }
    }

    private static Set<String> keys(Response answer) {
        return answer.jsonPath().getMap("$").keySet().stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    @Test
    void theEventNamesWhoWasMeantAndHoldsNoEncoding() throws SQLException {
        // Given
        var id = Children.recorded(Callers.lyon(), named("Clothilde", "Marescaux", "2013-09-17", 2));
        var tag = Rows.of("select tag from person_tag where record_id = '" + id + "'")
                .getFirst();

        // When
        ask(Callers.leeds(), "2026/7", about("Clothilde", "Marescaux", "2013-09-17"))
                .then()
                .body("answer", is("HIT"));

        // Then
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.private-query");
        assertThat(event.path("subjects").toString()).contains(tag);
        assertThat(event.path("returned").asText()).isEqualTo("1");
        assertThat(event.toString() + Events.details(event)).doesNotContain(clk());
        assertThat(Events.details(event).toString()).contains(id);
        var hex = new StringBuilder();
        for (byte letter : clk().getBytes(StandardCharsets.US_ASCII)) {
            hex.append("%02x".formatted(letter));
        }
        assertThat(Rows.dump()).doesNotContain(clk().toLowerCase(Locale.ROOT)).doesNotContain(hex);
    }

    private static String clk() {
        return Questions.encoded("Clothilde", "Marescaux", "2013-09-17")
                .encodings()
                .getFirst()
                .clk()
                .toBase64();
    }

    @Test
    void aSealedChildIsAnsweredAsBefore() throws SQLException {
        // Given
        var id = Children.recorded(Callers.lyon(), named("Sidonie", "Lacourbe", "2012-02-28", 2));
        var caller = Callers.leeds();
        var question = about("Sidonie", "Lacourbe", "2012-02-28");
        var before = ask(caller, "2026/8", question);

        // When
        Rows.change("update person_tag set sealed = true where record_id = '" + id + "'");
        var after = ask(caller, "2026/8", question);

        // Then
        assertThat(after.jsonPath().getMap("contact"))
                .isEqualTo(before.jsonPath().getMap("contact"));
        assertThat(after.<String>path("answer"))
                .isEqualTo(before.path("answer"))
                .isEqualTo("HIT");
        assertThat(after.asByteArray()).hasSameSizeAs(before.asByteArray());
        assertThat(Events.last().path("subjects").toString())
                .doesNotContain(Rows.of("select tag from person_tag where record_id = '" + id + "'")
                        .getFirst());
    }

    @Test
    void whoIsNotOnRecordAnyMoreIsNotKnown() throws SQLException {
        // Given
        var id = Children.recorded(Callers.lyon(), named("Philippine", "Grandjouan", "2010-11-30", 2));
        var caller = Callers.leeds();
        var question = about("Philippine", "Grandjouan", "2010-11-30");
        ask(caller, "2026/9", question).then().body("answer", is("HIT"));

        // When
        Rows.change(("delete from guarded.person_key where person = (select no from guarded.person where id = '%1$s');"
                        + " delete from guarded.person where id = '%1$s'")
                .formatted(id));

        // Then
        ask(caller, "2026/9", question).then().body("answer", is("NO-HIT"));
    }

    @Test
    void twoRecordsOfOneAgencyAreTwoChildrenAndTwoOfTwoAgenciesOne() {
        // Given
        var child = named("Bérengère", "Outreman", "2015-01-22", 2);
        Children.recorded(Callers.lyon(), child);
        Children.recorded(Callers.leeds(), child);
        var question = about("Bérengère", "Outreman", "2015-01-22");
        var caller = Callers.leeds();
        ask(caller, "2026/10", question).then().body("answer", is("HIT"));

        // When
        Children.recorded(Callers.lyon(), child);

        // Then
        ask(caller, "2026/10", question).then().body("answer", is("ASK-CONTACT"));
    }
}
