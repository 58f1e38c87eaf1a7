package eu.waymark.identity.imports;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class ImportTest {

    private static final String PATH = "/api/identity/v1/imports";

    @Test
    void withoutATokenNothingIsImported() {
        Api.anonymous()
                .contentType("application/x-ndjson")
                .body(bytes(line("X-1", "2014")))
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void aPersonDoesNotImport() {
        Api.as(Callers.leeds(), PURPOSE)
                .contentType("application/x-ndjson")
                .body(bytes(line("X-1", "2014")))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void aSystemNeitherSearchesNorReads() {
        Api.as(Callers.leedsSystem(), "SYSTEM")
                .body(named("A", "B", "2014", 1))
                .post("/api/identity/v1/searches")
                .then()
                .statusCode(403);
        Api.as(Callers.leedsSystem(), "SYSTEM")
                .get("/api/identity/v1/persons")
                .then()
                .statusCode(403);
    }

    @Test
    void goodLinesAreTakenAndBadOnesReportedWithoutTheirValues() {
        // Given
        var file = String.join(
                "\n",
                line("L-1", "2011-03-04"),
                line("L-2", "2014-02-31"),
                "{\"externalId\":\"L-3\",\"name\":\"Secretname\"}",
                "not json Secretname",
                "{\"externalId\":\"L-5\",\"names\":[{\"full\":\"S*\"}]}",
                "{\"names\":[{\"full\":\"Secretname Other\"}]}",
                "",
                line("L-8", "2012"));

        // When
        var report = send(Callers.leedsSystem(), file).then().statusCode(201);

        // Then
        report.body("accepted", is(2))
                .body("records.externalId", contains("L-1", "L-8"))
                .body("rejected.line", contains(2, 3, 4, 5, 6))
                .body(
                        "rejected.code",
                        contains(
                                "invalid-fields",
                                "invalid-request",
                                "invalid-request",
                                "search-too-broad",
                                "invalid-fields"))
                .body("rejected[0].detail", containsString("births[0]"))
                .body("rejected[4].detail", containsString("externalId"))
                .body(not(containsString("Secretname")))
                .body(not(containsString("02-31")));
    }

    @Test
    void aReportCanBeReadAgainByItsAgencyOnly() {
        // Given
        var system = Callers.leedsSystem();
        var location = send(system, line("R-1", "2011-03-04") + "\nbad")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        // When
        var own = Api.as(system, "SYSTEM").get(location);
        var foreign =
                Api.as(Callers.of("GB-OTHER", "system", "SYSTEM"), "SYSTEM").get(location);

        // Then
        own.then()
                .statusCode(200)
                .body("accepted", is(1))
                .body("rejected.line", contains(2))
                .body("records", nullValue());
        foreign.then().statusCode(404);
        assertThat(Events.last().path("outcomeCode").asText()).isEqualTo("not-found");
    }

    @Test
    void aPersonImportedTwiceKeepsTheRecord() {
        // Given
        var system = Callers.leedsSystem();
        List<String> first =
                send(system, line("T-1", "2011") + "\n" + line("T-2", "2012")).path("records.recordId");

        // When
        var again = send(system, line("T-2", "2012") + "\n" + line("T-3", "2013") + "\n" + line("T-2", "2012"));

        // Then
        again.then().statusCode(201).body("records", hasSize(2)).body("records[0].recordId", is(first.get(1)));
        send(Callers.of("GB-OTHER", "system", "SYSTEM"), line("T-2", "2012"))
                .then()
                .body("records.recordId", not(hasItem(first.get(1))));
    }

    @Test
    void importedPersonsAreFoundAndAnnounced() throws SQLException {
        // Given
        String id = send(
                        Callers.leedsSystem(),
                        "{\"externalId\":\"F-1\",\"names\":[{\"full\":\"Gwendolyn Ravenscroft\"}],\"births\":[\"2010-10-10\"]}")
                .path("records[0].recordId");

        // When
        var found = Children.search(Callers.leeds(), named("Gwendolyn", "Ravenscroft", "2010-10-10", 2));

        // Then
        found.then().statusCode(201).body("candidates.recordId", hasItem(id));
        try (var owner = Database.asOwner();
                var query = owner.prepareStatement("select count(*) from fact_outbox where subject = ?")) {
            query.setObject(1, UUID.fromString(id));
            try (var row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Test
    void anImportIsOneEventWithCountAndHashOfIds() {
        // When
        send(Callers.leedsSystem(), line("E-1", "2011") + "\n" + line("E-2", "2012"))
                .then()
                .statusCode(201);

        // Then
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.import");
        assertThat(event.path("returned").asText()).isEqualTo("2");
        assertThat(event.at("/notes/records").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void nothingIsAnImportOfNothing() {
        send(Callers.leedsSystem(), "\n\n").then().statusCode(422);
        send(Callers.leedsSystem(), "bad")
                .then()
                .statusCode(201)
                .body("accepted", is(0))
                .body("records", empty());
    }

    @Test
    void tooManyLinesAreRefused() {
        var file = IntStream.rangeClosed(0, 5_000).mapToObj(i -> "{}").collect(Collectors.joining("\n"));
        send(Callers.leedsSystem(), file).then().statusCode(422).body("code", is("import-too-large"));
    }

    private static Response send(Tokens by, String ndjson) {
        return Api.as(by, "SYSTEM")
                .contentType("application/x-ndjson")
                .body(bytes(ndjson))
                .post(PATH);
    }

    /** REST-assured knows no encoder for this media type. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String externalId, String birth) {
        return """
                {"externalId":"%s","names":[{"given":"Imported","family":"Person"}],"births":["%s"]}""".formatted(externalId, birth);
    }
}
