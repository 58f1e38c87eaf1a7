package eu.waymark.register.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** C21, K05, R15: fixed tables of a quarter, unknown age as its own class, small numbers suppressed. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class StatisticsTest {

    private static final String STATISTICS = "/api/register/v1/statistics";

    @Inject
    ComputingStatistics computing;

    @Test
    void aQuarterIsComputedOnceAndReadAsTableTextAndChart() throws Exception {
        // Given: thirteen children of unknown age and three documented ones, entered in a quarter that is over
        Scene.directory();
        var children = new ArrayList<String>();
        for (int i = 0; i < 16; i++) {
            children.add("'" + Scene.entered() + "'");
        }
        sql("update guarded.entry_version set written_at = now() - interval '200 days' where entry_id in"
                + " (select id from guarded.entry where person_record_id in (" + String.join(",", children) + "))");
        sql("update person_tag set age_state = 'documented' where record_id in ("
                + String.join(",", children.subList(0, 3)) + ")");

        // When: by several replicas, and again after another child was entered
        IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.runAsync(computing::run))
                .toList()
                .forEach(CompletableFuture::join);
        Scene.entered();
        computing.run();

        // Then
        var quarter = Quarter.closedBefore(Instant.now()).toString();
        Api.as(manager()).get(STATISTICS).then().statusCode(200).body("items.quarter", is(List.of(quarter)));
        var tables = Api.as(manager())
                .get(STATISTICS + "/" + quarter)
                .then()
                .statusCode(200)
                .body("suppressedBelow", is(11));
        tables.body(
                "cells.findAll { it.harm == 'all' && it.ageStatus == 'all' && it.country == 'GB' }.children",
                hasItem(16));
        assertThat(tables.extract().<List<Integer>>path("cells.findAll { it.ageStatus == 'documented' }.children"))
                .containsOnlyNulls();
        assertThat(tables.extract().<List<Integer>>path("cells.findAll { it.children != null }.children"))
                .allSatisfy(count -> assertThat(count == 0 || count >= 11).isTrue());
        assertThat(tables.extract().<List<Integer>>path("cells.findAll { it.ageStatus == 'unknown' }.children"))
                .as("thirteen would tell that three are missing")
                .containsOnlyNulls();

        // Then
        Api.as(manager())
                .get(STATISTICS + "/" + quarter + "/csv")
                .then()
                .statusCode(200)
                .body(startsWith("quarter,country,commonClass,harm,ageStatus,children\r\n"))
                .body(containsString(quarter + ",GB,registered-plan,neglect,documented,suppressed\r\n"));
        var chart = Api.as(manager())
                .get(STATISTICS + "/" + quarter + "/chart")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var svg = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("GB", quarter);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("registered-plan, neglect: 16");

        // Then: it never changes
        assertThatThrownBy(() -> sql("update statistic_cell set children = 3")).hasMessageContaining("does not change");
        assertThatThrownBy(() -> sql("delete from statistic_release")).hasMessageContaining("does not change");
    }

    @Test
    void aChartOfNobodySaysSo() {
        var nobody = new StatisticsViews.Tables("2026-Q3", Instant.EPOCH, 11, List.of());
        assertThat(StatisticsChart.of(nobody, "FR")).contains(">No child had an active entry then.</text>");
    }

    @Test
    void onlyThoseWhoAnswerForTheWorkReadThemAndAnUnknownQuarterIsNotThere() {
        Api.as(manager()).get(STATISTICS + "/2001-Q1").then().statusCode(404);
        Api.as(manager()).get(STATISTICS + "/yesterday").then().statusCode(422);
        Api.as(Scene.sarah(), Scene.ASSESS).get(STATISTICS).then().statusCode(403);
        Api.as(Tokens.person("clerk")
                        .agency("GB-DWP")
                        .country("GB")
                        .agencyType("benefits")
                        .roles("manager"))
                .get(STATISTICS)
                .then()
                .statusCode(403);
    }

    @Test
    void noSpreadsheetFindsAFormula() {
        assertThat(StatisticsCsv.safe("=cmd|' /C calc'!A0")).startsWith("'");
        assertThat(List.of("+1", "-1", "@a", "\tb", "\rc"))
                .allSatisfy(text -> assertThat(StatisticsCsv.safe(text)).startsWith("'"));
        assertThat(StatisticsCsv.safe("neglect")).isEqualTo("neglect");
    }

    @Test
    void aQuarterEndsWithItsLastDay() {
        assertThat(Quarter.closedBefore(Instant.parse("2026-12-31T23:59:59Z"))).hasToString("2026-Q3");
        assertThat(Quarter.closedBefore(Instant.parse("2027-01-01T00:00:00Z"))).hasToString("2026-Q4");
        assertThat(new Quarter(2026, 4).end()).isEqualTo("2027-01-01T00:00:00Z");
    }

    private static Tokens manager() {
        return Tokens.person("mary").agency("GB-KENT").country("GB").roles("manager");
    }

    private static void sql(String statement) throws SQLException {
        try (var owner = Database.asOwner();
                var execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }
}
