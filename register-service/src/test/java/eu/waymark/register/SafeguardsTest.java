package eu.waymark.register;

import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps the answer about a child from those who would endanger it (architecture, invariants 4 and 7). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class SafeguardsTest {

    private static final String NONE =
            "{\"underThreat\":false,\"claimsProtectionFrom\":[],\"asylum\":false,\"transmissionDanger\":false}";
    private static final String ALL =
            "{\"underThreat\":true,\"claimsProtectionFrom\":[\"RU\",\"BY\"],\"asylum\":true,\"transmissionDanger\":true}";

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void theHolderSetsThemAndTheHistoryKeepsThem() throws SQLException {
        // Given
        var entry = opened();

        // When
        set(Scene.sarah(), entry, 0, ALL, 200);

        // Then
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(entry)
                .then()
                .header("ETag", "\"1\"")
                .body("safeguards.underThreat", equalTo(true))
                .body("safeguards.claimsProtectionFrom", equalTo(List.of("BY", "RU")))
                .body("safeguards.asylum", equalTo(true))
                .body("safeguards.transmissionDanger", equalTo(true));
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(entry + "/history")
                .then()
                .body("items.safeguards.underThreat", equalTo(List.of(true, false)))
                .body("items.safeguards.claimsProtectionFrom", equalTo(List.of(List.of("BY", "RU"), List.of())));
        assertThat(Scene.events("practitioner-GB-KENT")).contains("register.entry.safeguarded");
    }

    @Test
    void theyAreSetWithTheFirstWordAboutAChild() {
        var body = Scene.newEntry(Scene.person("GB-KENT")).strip().replaceFirst("}$", ",\"safeguards\":" + ALL + "}");
        Api.as(Scene.sarah(), "CP-PLAN")
                .body(body)
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .body("safeguards.transmissionDanger", equalTo(true));
    }

    @Test
    void aWorkerTakesNoneBackAndASupervisorDoes() {
        var entry = opened();
        set(Scene.sarah(), entry, 0, ALL, 200);
        set(Scene.sarah(), entry, 1, NONE, 403);
        set(Scene.sarah(), entry, 1, ALL.replace("\"BY\"", "\"UA\""), 403);
        set(supervisor(), entry, 1, NONE, 200);
    }

    @Test
    void anotherAgencyAndAStaleReadSetNone() {
        var entry = opened();
        set(Scene.tom(), entry, 0, ALL, 404);
        set(Scene.sarah(), entry, 7, ALL, 412);
        Api.as(Scene.sarah(), "CP-PLAN")
                .body(ALL)
                .put(entry + "/safeguards")
                .then()
                .statusCode(428);
    }

    @Test
    void noneIsForgottenAndNoneIsAgainstTheOwnCountry() {
        var entry = opened();
        set(Scene.sarah(), entry, 0, "{\"underThreat\":true}", 422);
        set(Scene.sarah(), entry, 0, ALL.replace("\"BY\"", "\"Belarus\""), 422);
        set(Scene.sarah(), entry, 0, ALL.replace("\"BY\"", "\"GB\""), 422);
    }

    @Test
    void theyAreSetAfterTheMeasureHasEndedAndNothingElseIs() throws SQLException {
        // Given
        var entry = opened();
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"" + LocalDate.now() + "\"}")
                .post(entry + "/reviews")
                .then()
                .statusCode(200);

        // When
        set(Scene.sarah(), entry, 1, ALL, 200);

        // Then
        var id = entry.substring(entry.lastIndexOf('/') + 1);
        try (var owner = eu.waymark.platform.testing.Database.asOwner();
                var statement = owner.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> statement.execute("update guarded.entry set risk = 'low' where id = '" + id + "'"))
                    .hasMessageContaining("an ended entry does not change");
        }
    }

    private static void set(Tokens by, String entry, int version, String safeguards, int status) {
        Api.as(by, "CP-PLAN")
                .header("If-Match", "\"" + version + "\"")
                .body(safeguards)
                .put(entry + "/safeguards")
                .then()
                .statusCode(status);
    }

    private static Tokens supervisor() {
        return Tokens.person("supervisor-GB-KENT")
                .agency("GB-KENT")
                .country("GB")
                .roles("supervisor")
                .purposes("CP-PLAN");
    }

    private static String opened() {
        return URI.create(Api.as(Scene.sarah(), "CP-PLAN")
                        .body(Scene.newEntry(Scene.person("GB-KENT")))
                        .post(ENTRIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location"))
                .getPath();
    }
}
