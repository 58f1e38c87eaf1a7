package eu.waymark.identity;

import static eu.waymark.identity.Children.PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever steals the database learns nobody's name. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class DumpTest {

    private static final String CHILD = """
            {"names":[{"given":"Philippa","family":"Nightingale"},{"full":"Філіппа Найтінгейл","type":"alias"}],\
            "births":["2011-05-17",{"date":"1390-02-27","calendar":"persian","source":"document"}],"sex":2,\
            "nationalities":["UA"],"documents":[{"type":"passport","issuer":"UA","number":"XK7788990"}],\
            "places":[{"kind":"birth","country":"UA","region":"UA-46"}]}""";
    private static final List<String> TELLING = List.of(
            "Philippa",
            "Nightingale",
            "Найтінгейл",
            "Filippa",
            "nghtngl",
            "Daycock",
            "2011-05-17",
            "1390-02-27",
            "XK7788990",
            "UA-46",
            "CMS-7788");

    @Test
    void aDumpShowsNoName() throws SQLException, IOException {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, CHILD);
        Children.search(Callers.lyon(), CHILD).then().statusCode(201);
        Api.as(leeds, PURPOSE).get("/api/identity/v1/persons/" + id).then().statusCode(200);
        Api.as(leeds, PURPOSE)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"has-changed\","
                        + CHILD.replace("Nightingale", "Daycock").substring(1))
                .put("/api/identity/v1/persons/" + id)
                .then()
                .statusCode(200);
        Api.as(Callers.leedsSystem(), "SYSTEM")
                .contentType("application/x-ndjson")
                .body(("{\"externalId\":\"CMS-7788\"," + CHILD.substring(1)
                                + "\n{\"externalId\":\"CMS-7788\",\"names\":7}")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/identity/v1/imports")
                .then()
                .statusCode(201);

        // When
        var dump = Dump.take();

        // Then
        assertThat(dump.encodingsOf(id)).contains("UTF-8");
        assertThat(TELLING).allSatisfy(word -> assertThat(dump.encodingsOf(word))
                .as("'%s' in the dump", word)
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "UTF-8 | select 'around Philippa and around'::text",
                "UTF-8 | select 'philippa'::bytea",
                "UTF-16LE | select decode('5000680069006c006900700070006100', 'hex')",
                "UTF-16BE | select decode('005000680069006c0069007000700061', 'hex')",
                "hex | select encode('Philippa', 'hex')",
                "base64 | select encode('Philippa', 'base64')",
                "base64 | select encode('1Philippa', 'base64')",
                "base64 | select encode('12Philippa34', 'base64')"
            })
    void theSearchOfTheDumpWouldFindANameIn(String encoding, String leak) throws SQLException, IOException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            // Given
            statement.execute("create table leak as " + leak + " as word");

            // When
            var dump = Dump.take();
            statement.execute("drop table leak");

            // Then
            assertThat(dump.encodingsOf("Philippa")).contains(encoding);
        }
    }
}
