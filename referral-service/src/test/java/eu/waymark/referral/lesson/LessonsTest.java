package eu.waymark.referral.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class LessonsTest {

    private static final String PATH = "/api/referral/v1/lessons";

    @Test
    void aLessonIsReadByOthersOnlyOnceASecondPersonHasReadIt() {
        // Given
        var word = word();
        var lesson = propose("A " + word + " was asked first", "en");

        // Then
        Workers.lyon().get(PATH + "/" + lesson).then().statusCode(404);
        Workers.lyon().get(PATH + "?q=" + word).then().statusCode(200).body("items", hasSize(0));
        Workers.leeds()
                .header("If-Match", "\"0\"")
                .body("{\"outcome\": \"publish\"}")
                .post(PATH + "/" + lesson + "/checks")
                .then()
                .statusCode(403)
                .body("code", equalTo("second-person-needed"));

        // When
        publish(lesson);

        // Then
        Workers.lyon()
                .get(PATH + "?harm=trafficking&phase=response&kind=worked-well&country=GB&q=" + word)
                .then()
                .statusCode(200)
                .body("items.id", contains(lesson))
                .body("items[0].yours", equalTo(false));
    }

    @Test
    void nobodyLearnsWhoWroteItOrOnWhichDay() {
        // Given
        var lesson = propose("A " + word() + " was asked first", "en");
        publish(lesson);

        // When
        var shown = Workers.lyon()
                .get(PATH + "/" + lesson)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(shown).doesNotContain(Workers.LEEDS, "practitioner-", "second-");
        assertThat(shown).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void wordsAreFoundInTheEndingsOfTheirLanguage() {
        // Given
        var word = word();
        var lesson = propose(word + ": les foyers ont été prévenus", "fr");
        publish(lesson);

        // Then
        Workers.lyon()
                .queryParam("q", word + " foyer")
                .queryParam("language", "fr")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.id", contains(lesson));
        Workers.lyon()
                .queryParam("q", word + " foyer")
                .queryParam("language", "de")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void whatIsGivenBackIsRewrittenAndWaitsAgain() {
        // Given
        var lesson = propose("A " + word() + " lives behind the station", "en");
        second().header("If-Match", "\"0\"")
                .body("{\"outcome\": \"return\", \"reason\": \"identifies-somebody\"}")
                .post(PATH + "/" + lesson + "/checks")
                .then()
                .statusCode(200)
                .body("status", equalTo("returned"));

        // When
        second().header("If-Match", "\"1\"")
                .body(words("A " + word() + " lives nearby", "en"))
                .put(PATH + "/" + lesson)
                .then()
                .statusCode(200)
                .body("status", equalTo("proposed"));

        // Then: whoever wrote the words last is the author
        second().header("If-Match", "\"2\"")
                .body("{\"outcome\": \"publish\"}")
                .post(PATH + "/" + lesson + "/checks")
                .then()
                .statusCode(403);
        Workers.leeds()
                .header("If-Match", "\"2\"")
                .body("{\"outcome\": \"publish\"}")
                .post(PATH + "/" + lesson + "/checks")
                .then()
                .statusCode(200);
    }

    @Test
    void aWithdrawnLessonHasNoWordsAnyMore() {
        // Given
        var word = word();
        var lesson = propose("A " + word + " lives there", "en");
        publish(lesson);

        // When
        Workers.leeds()
                .header("If-Match", "\"1\"")
                .body("{\"reason\": \"identifies-somebody\"}")
                .post(PATH + "/" + lesson + "/withdrawals")
                .then()
                .statusCode(200)
                .body("text", equalTo(""))
                .body("title", not(equalTo("A " + word + " lives there")));

        // Then
        Workers.lyon().get(PATH + "?q=" + word).then().statusCode(200).body("items", hasSize(0));
        Workers.lyon().get(PATH + "/" + lesson).then().statusCode(404);
    }

    @Test
    void aDateIsRefusedWithoutBeingRepeated() {
        var answer = Workers.leeds()
                .body(words("Born 2014-03-07", "en"))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("identifies-somebody"))
                .body("errors.field", hasItem("title"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("2014-03-07");
    }

    @Test
    void whoeverClosesAsksForSuccessAndFailureAlike() {
        Workers.leeds()
                .get(PATH + "/closing-questions")
                .then()
                .statusCode(200)
                .body("questions.kind", contains("worked-well", "went-wrong", "idea", "model-from-elsewhere"));
    }

    @Test
    void pagesFollowOneAnother() {
        // Given
        var word = word();
        var first = propose("One " + word, "en");
        var second = propose("Two " + word, "en");
        publish(first);
        publish(second);

        // When
        var page = Workers.lyon()
                .get(PATH + "?limit=1&q=" + word)
                .then()
                .statusCode(200)
                .extract();

        // Then
        assertThat(page.<String>path("items[0].id")).isEqualTo(second);
        Workers.lyon()
                .queryParam("cursor", page.<String>path("next"))
                .get(PATH + "?limit=1&q=" + word)
                .then()
                .statusCode(200)
                .body("items.id", contains(first));
    }

    private static String propose(String title, String language) {
        return Workers.leeds()
                .body(words(title, language))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void publish(String lesson) {
        second().header("If-Match", "\"0\"")
                .body("{\"outcome\": \"publish\"}")
                .post(PATH + "/" + lesson + "/checks")
                .then()
                .statusCode(200)
                .body("status", equalTo("published"));
    }

    private static RequestSpecification second() {
        var token = Tokens.person("second-leeds")
                .agency(Workers.LEEDS)
                .country("GB")
                .roles("practitioner")
                .purposes(Workers.PURPOSE);
        return Workers.asked(Api.as(token, Workers.PURPOSE));
    }

    /** That no other test uses. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private static String words(String title, String language) {
        return """
                {"kind": "worked-well", "about": "missing-episode", "phase": "response", "harms": ["trafficking"],
                 "country": "GB", "language": "%s", "title": "%s", "text": "They know who comes by at night."}""".formatted(language, title);
    }
}
