package eu.waymark.identity;

import static eu.waymark.identity.Children.PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever steals the database learns nobody's name. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class DumpTest {

    private static final String CHILD = """
            {"names":[{"given":"Philippa","family":"Nightingale"},{"full":"Філіппа Найтінгейл"}],\
            "births":["2011-05-17"],"sex":2,"nationalities":["UA"]}""";
    private static final List<String> TELLING =
            List.of("philippa", "nightingale", "найтінгейл", "filippa", "nghtngl", "2011-05-17", "cms-7788");

    @Test
    void aDumpShowsNoName() throws SQLException {
        // Given
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, CHILD);
        Children.search(Callers.lyon(), CHILD).then().statusCode(201);
        Api.as(leeds, PURPOSE).get("/api/identity/v1/persons/" + id).then().statusCode(200);
        Api.as(Callers.leedsSystem(), "SYSTEM")
                .contentType("application/x-ndjson")
                .body(("{\"externalId\":\"CMS-7788\"," + CHILD.substring(1)
                                + "\n{\"externalId\":\"CMS-7788\",\"names\":7}")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/identity/v1/imports")
                .then()
                .statusCode(201);

        // When
        var dump = Rows.dump();

        // Then
        assertThat(dump).contains(id).contains("gb-lds");
        assertThat(TELLING).noneMatch(dump::contains);
        assertThat(TELLING)
                .map(word -> HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))
                .noneMatch(dump::contains);
    }

    @Test
    void theSearchOfTheDumpWouldFindAName() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            // Given
            statement.execute("create table leak as select 'Philippa'::text as plain, 'Philippa'::bytea as bytes");

            // When
            var dump = Rows.dump();
            statement.execute("drop table leak");

            // Then
            assertThat(dump).contains("philippa").contains("5068696c69707061");
        }
    }
}
