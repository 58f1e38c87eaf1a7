package eu.waymark.identity.privatequery;

import static eu.waymark.identity.privatequery.Questions.about;
import static eu.waymark.identity.privatequery.Questions.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.persistence.crypto.RowCipher;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class PrivateQueryGuardsTest {

    private static final String QUESTION = about("Ludmila", "Haverkamp", "2013-06-07");

    /** The same child, written a little otherwise. */
    private static final String NEARLY = about("Ludmilla", "Haverkamp", "2013-06-07");

    @Inject
    ForgettingQuestions forgetting;

    @Inject
    AgroalDataSource database;

    @Inject
    RowCipher cipher;

    @Inject
    PrivateQuerySettings settings;

    @Test
    void oneCaseAsksTenTimesADayHoweverManyAskAtOnce() {
        // Given
        var agency = "GB-QUOTA";

        // When
        var answers = atOnce(13, at -> ask(of(agency), "2026/417", QUESTION).statusCode());

        // Then
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(10);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(3);
        assertThat(events(agency, "identity.private-query.flood")).hasSize(1);
        ask(of(agency), "2026/417", QUESTION)
                .then()
                .statusCode(429)
                .body("code", is("too-many-private-queries"))
                .body("detail", containsString("a case"))
                .header("Retry-After", Integer::parseInt, greaterThan(0));
        ask(of(agency), "2026/418", about("Oriane", "Stellenberg", "2010-02-03"))
                .then()
                .statusCode(200);
    }

    @Test
    void onePersonAsksThirtyTimesAnHour() {
        // Given
        var caller = of("GB-HURRY");

        // When
        var answers =
                atOnce(32, at -> ask(caller, "2026/" + at / 8, about("Ludmila", "Haverkamp", 2010 + at / 8 + "-06-07"))
                        .statusCode());

        // Then
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(2);
        ask(of("GB-HURRY"), "2026/0", QUESTION).then().statusCode(200);
    }

    @Test
    void nearlyTheSameChildForAnotherCaseIsRefusedAndAnAlarm() {
        // Given
        var caller = of("GB-AGAIN");
        ask(caller, "2026/1", QUESTION).then().statusCode(200);
        ask(caller, "2026/1", NEARLY).then().statusCode(200);
        assertThat(events("GB-AGAIN", "identity.private-query.repeated")).isEmpty();

        // When
        var again = ask(caller, "2026/2", NEARLY);

        // Then
        again.then().statusCode(409).body("code", is("question-repeated"));
        assertThat(events("GB-AGAIN", "identity.private-query.repeated")).hasSize(1);
        ask(caller, "2026/2", about("Oriane", "Stellenberg", "2010-02-03"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatAColleagueAskedIsAnAlarmOfWhichTheAskerLearnsNothing() {
        // Given
        ask(of("GB-PEERS"), "2026/1", QUESTION).then().statusCode(200);

        // When
        var answer = ask(of("GB-PEERS"), "2026/2", NEARLY);

        // Then
        answer.then().statusCode(200).body("answer", is("NO-HIT"));
        assertThat(events("GB-PEERS", "identity.private-query.repeated")).hasSize(1);
        ask(of("GB-OTHERS"), "2026/3", NEARLY).then().statusCode(200);
        assertThat(events("GB-OTHERS", "identity.private-query.repeated")).isEmpty();
    }

    @Test
    void ofTwoAlikeAtOnceOneIsRefused() {
        // Given
        var caller = of("GB-RACE");

        // When
        var answers = atOnce(4, at -> ask(caller, "2026/" + at, QUESTION).statusCode());

        // Then
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(3);
    }

    @Test
    void whatAnotherReplicaKeptIsComparedToo() throws SQLException {
        // Given
        ask(of("GB-REPLICA"), "2026/1", QUESTION).then().statusCode(200);
        var replica = new RecentQuestions(cipher, settings, Clock.systemUTC());

        // When
        List<RecentQuestion> unseen;
        List<RecentQuestion> opened;
        try (var connection = database.getConnection()) {
            unseen = replica.forOtherCases(connection, "GB-REPLICA", Questions.EPOCH, new byte[0]);
            opened = replica.forOtherCases(connection, "GB-REPLICA", Questions.EPOCH, new byte[0]);
        }

        // Then
        assertThat(unseen).hasSize(1);
        assertThat(unseen.getFirst().encodings()).isNotEmpty();
        assertThat(opened).isEqualTo(unseen);
    }

    @Test
    void questionsAreForgottenWhenNothingIsComparedWithThemAnyMore() throws SQLException {
        // Given
        var caller = of("GB-FORGET");
        ask(caller, "2026/1", QUESTION).then().statusCode(200);
        Rows.change("update recent_question set expires_at = now() - interval '1 second' where agency = 'GB-FORGET'");
        Rows.change("update private_query_count set since = since - interval '2 days' where scope = 'CASE'");

        // When
        forgetting.run();

        // Then
        assertThat(Rows.of("select id from recent_question where agency = 'GB-FORGET'"))
                .isEmpty();
        assertThat(Rows.of("select asked from private_query_count where scope = 'CASE'"))
                .isEmpty();
        ask(caller, "2026/2", QUESTION).then().statusCode(200);
    }

    private static Tokens of(String agency) {
        return Callers.of(agency, "practitioner", Children.PURPOSE);
    }

    private static List<Integer> atOnce(int times, IntFunction<Integer> call) {
        var running = IntStream.range(0, times)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> call.apply(at)))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static List<JsonNode> events(String agency, String type) {
        return Events.all().stream()
                .filter(event -> event.path("type").asText().equals(type))
                .filter(event -> event.at("/agent/agency").asText().equals(agency))
                .toList();
    }
}
