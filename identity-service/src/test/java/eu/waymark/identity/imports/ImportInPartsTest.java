package eu.waymark.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that are too long for one request. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ImportInPartsTest {

    private static final String PATH = "/api/identity/v1/imports/";

    private final String id = UUID.randomUUID().toString();
    private final String agency = "GB-P" + id.substring(0, 6).toUpperCase(java.util.Locale.ROOT);
    private final Tokens system = Callers.of(agency, "system", "SYSTEM");

    @BeforeEach
    void open() {
        Api.as(system, "SYSTEM").put(PATH + id).then().statusCode(200).body("status", is("open"));
    }

    private ValidatableResponse send(long from, String lines) {
        return Api.as(system, "SYSTEM")
                .contentType("application/x-ndjson")
                .queryParam("from", from)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(PATH + id + "/lines")
                .then();
    }

    private String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"externalId\":\"%s-%d\",\"names\":[{\"full\":\"Part %s\"}],\"births\":[\"2012\"]}"
                        .formatted(agency, i, word(i)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String word(int number) {
        return Integer.toString(number, 26)
                .chars()
                .mapToObj(digit -> Character.toString('a' + Character.digit(digit, 26)))
                .collect(Collectors.joining());
    }

    @Test
    void linesAreTakenInChunksEachWithItsEvent() {
        // When
        send(0, lines(0, 1_200)).statusCode(200).body("lines", is(1_200)).body("accepted", is(1_200));

        // Then
        var events = Events.all().stream()
                .filter(event -> event.path("resource").asText().equals(id))
                .filter(event -> event.path("type").asText().equals("identity.import"))
                .toList();
        assertThat(events).extracting(event -> event.at("/notes/from").asText()).containsExactly("0", "1000");
        assertThat(events).extracting(event -> event.path("returned").asText()).containsExactly("1000", "200");
    }

    @Test
    void anImportGoesOnWhereItStandsAndNowhereElse() throws SQLException {
        // Given
        send(0, lines(0, 10)).statusCode(200);

        // When / Then
        send(0, lines(0, 10)).statusCode(409).body("code", is("import-offset"));
        send(11, lines(11, 12)).statusCode(409);
        Api.as(system, "SYSTEM").put(PATH + id).then().statusCode(200).body("lines", is(10));
        send(10, lines(10, 15)).statusCode(200).body("lines", is(15));
        Api.as(system, "SYSTEM")
                .post(PATH + id + "/completion")
                .then()
                .statusCode(200)
                .body("status", is("completed"));
        send(15, lines(15, 16)).statusCode(409).body("code", is("illegal-transition"));
        assertThat(Rows.of("select count(*) from guarded.person where agency = '" + agency + "'"))
                .containsExactly("15");
    }

    @Test
    void everyLineThatIsLeftOutIsReportedWithItsReason() {
        // Given
        var file = lines(0, 1)
                + "{\"externalId\":\"" + "x".repeat(40_000) + "\"}\n"
                + lines(0, 1)
                + "{\"externalId\":\"E\",\"names\":[{\"full\":\"Anna Koval\",\"type\":\"nonsense\"}]}\n"
                + "{\"externalId\":\"F\",\"names\":[{\"full\":\"Anna Koval\"}],\"births\":[\"2014-02-31\"]}\n";

        // When
        send(0, file).statusCode(200).body("accepted", is(1)).body("rejectedLines", is(4));

        // Then
        Api.as(system, "SYSTEM")
                .get(PATH + id + "/rejections")
                .then()
                .statusCode(200)
                .body("items.line", contains(2, 3, 4, 5))
                .body("items.code", contains("line-too-long", "duplicate-id", "invalid-fields", "invalid-fields"))
                .body("after", nullValue());
        Api.as(system, "SYSTEM")
                .queryParam("after", 3)
                .get(PATH + id + "/rejections")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void aLineOfAnEarlierPartIsADuplicateAndOneOfAnEarlierImportIsKnown() {
        send(0, lines(0, 3)).statusCode(200);
        send(3, lines(2, 4)).statusCode(200).body("accepted", is(4)).body("rejected.code", contains("duplicate-id"));
        var other = UUID.randomUUID();
        Api.as(system, "SYSTEM").put(PATH + other).then().statusCode(200);
        Api.as(system, "SYSTEM")
                .contentType("application/x-ndjson")
                .body(lines(0, 2).getBytes(StandardCharsets.UTF_8))
                .post(PATH + other + "/lines")
                .then()
                .statusCode(200)
                .body("known", is(2))
                .body("records", hasSize(2));
    }

    @Test
    void ofTwoWhoSendTheSamePartOneIsTaken() throws Exception {
        // Given
        Callable<Integer> attempt = () -> send(0, lines(0, 50)).extract().statusCode();

        // When
        List<Integer> answers;
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(attempt);
            var second = two.submit(attempt);
            answers = List.of(first.get(), second.get());
        }

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(Rows.of("select count(*) from guarded.person where agency = '" + agency + "'"))
                .containsExactly("50");
    }

    @Test
    void aCancelledImportTakesNoMoreAndKeepsWhatItTook() throws SQLException {
        send(0, lines(0, 5)).statusCode(200);
        Api.as(system, "SYSTEM").delete(PATH + id).then().statusCode(200).body("status", is("cancelled"));
        send(5, lines(5, 6)).statusCode(409);
        assertThat(Rows.of("select count(*) from guarded.person where agency = '" + agency + "'"))
                .containsExactly("5");
    }

    @Test
    void anotherAgencysImportIsNotThere() {
        var other = Callers.of("GB-STRANGER", "system", "SYSTEM");
        Api.as(other, "SYSTEM").get(PATH + id).then().statusCode(404);
        Api.as(other, "SYSTEM").delete(PATH + id).then().statusCode(404);
        Api.as(other, "SYSTEM").put(PATH + id).then().statusCode(404);
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("not-found");
        Api.as(Callers.leeds(), Children.PURPOSE).get(PATH + id).then().statusCode(403);
    }

    @Test
    void eachNewRecordWaitsForSomebodyToLookForItsPairs() throws SQLException {
        send(0, lines(0, 3)).statusCode(200);
        assertThat(Rows.of("""
                select count(*) from guarded.pairing s join guarded.person p on p.id = s.record_id
                where p.agency = '%s'""".formatted(agency))).containsExactly("3");
    }
}
