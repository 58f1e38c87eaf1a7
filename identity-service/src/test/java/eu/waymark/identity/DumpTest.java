package eu.waymark.identity;

import static eu.waymark.identity.Children.PURPOSE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
        var dump = dump();

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
            var dump = dump();
            statement.execute("drop table leak");

            // Then
            assertThat(dump).contains("philippa").contains("5068696c69707061");
        }
    }

    /** Every row of every table as text, bytea in hex, lower case. */
    private static String dump() throws SQLException {
        try (var owner = Database.asOwner()) {
            var rows = new ArrayList<String>();
            for (var table : tables(owner)) {
                rows.addAll(strings(owner, "select t::text from " + table + " t"));
            }
            return String.join("\n", rows).toLowerCase(Locale.ROOT);
        }
    }

    private static List<String> tables(Connection owner) throws SQLException {
        return strings(owner, """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""");
    }

    private static List<String> strings(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var strings = new ArrayList<String>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }
}
