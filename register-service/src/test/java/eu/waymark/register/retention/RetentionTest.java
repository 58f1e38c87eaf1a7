package eu.waymark.register.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R12: what has ended is looked at before it goes, and nothing goes by itself. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class RetentionTest {

    private static final String RETENTION = "/api/register/v1/retention";
    private static final String PLAN = "CP-PLAN";

    @Inject
    WatchingRetention watching;

    private final Tokens manager = worker("manager", "GB-KENT");
    private final Tokens supervisor = worker("supervisor", "GB-KENT");
    private UUID child = new UUID(0, 0);
    private String entry = "";

    @BeforeEach
    void anEntryHasEnded() {
        Scene.directory();
        child = Scene.person("GB-KENT");
        entry = Api.as(Scene.sarah(), PLAN)
                .body(Scene.newEntry(child))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.as(Scene.sarah(), PLAN)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"" + LocalDate.now() + "\"}")
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
    }

    @Test
    void itIsKeptAsLongAsThePlaceOfItsMeasureSaysAndItsHolderIsWarnedOnceThoughReplicasWatchTogether()
            throws SQLException {
        // Given
        watching.run();
        read().body("rule", is("GB"))
                .body("dueOn", is(LocalDate.now().plusMonths(300).toString()))
                .body("isDue", is(false))
                .body("erasure", nullValue());
        assertThat(warnings()).isZero();
        due();

        // When
        IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.runAsync(watching::run))
                .toList()
                .forEach(CompletableFuture::join);
        watching.run();

        // Then
        assertThat(warnings()).isEqualTo(1);
        list(true).body("items.entryId", hasItem(entry));
        assertThat(rows("guarded.entry where id = '" + entry + "'")).isEqualTo(1);
    }

    @Test
    void theRuleOfTheDayOfTheEndHoldsThoughItIsChangedLater() throws SQLException {
        try {
            Scene.changed("retention-rules/GB-ENG", keeping(36, LocalDate.now().minusDays(1)));
            Scene.changed("retention-rules/GB-ENG", keeping(48, LocalDate.now().plusDays(1)));
            watching.run();
            read().body("rule", is("GB-ENG"))
                    .body("dueOn", is(LocalDate.now().plusMonths(36).toString()));
        } finally {
            sql(
                    "delete from guarded.retention where rule = 'GB-ENG'; delete from retention_rule where place = 'GB-ENG'");
        }
    }

    private static String keeping(int months, LocalDate from) {
        return "{\"months\":" + months
                + ",\"warnDays\":90,\"source\":\"Tried\",\"confirmed\":false,\"validFrom\":\"" + from
                + "\",\"validTo\":\"" + from.plusDays(2) + "\"}";
    }

    @Test
    void itIsKeptLongerWithAReasonAndThenWarnedOfAnew() throws SQLException {
        // Given
        watching.run();
        due();
        watching.run();
        var until = LocalDate.now().plusYears(2);
        decide(manager, "extend", ",\"dueOn\":\"" + LocalDate.now().minusDays(1) + "\"")
                .statusCode(422);
        decide(manager, "extend", "").statusCode(422);

        // When
        decide(manager, "extend", ",\"dueOn\":\"" + until + "\"")
                .statusCode(200)
                .body("dueOn", is(until.toString()))
                .body("decisions.kind", contains("extend"));

        // Then
        list(true).body("items.entryId", not(hasItem(entry)));
        due();
        watching.run();
        assertThat(warnings()).isEqualTo(2);
    }

    @Test
    void aLegalHoldKeepsTheChildFromErasureUntilASupervisorLiftsIt() throws SQLException {
        // Given
        watching.run();
        due();
        assertThat(isActive()).isFalse();
        decide(manager, "hold", "").statusCode(403);

        // When
        decide(supervisor, "hold", "").statusCode(200).body("held", is(true));

        // Then
        assertThat(isActive()).isTrue();
        assertThatThrownBy(() -> sql("delete from guarded.retention where entry_id = '" + entry + "'"))
                .hasMessageContaining("legal hold");
        decide(manager, "let-go", "").statusCode(409);
        decide(supervisor, "hold", "").statusCode(409);
        watching.run();
        assertThat(warnings()).isZero();

        // When
        decide(supervisor, "lift", "").statusCode(200).body("held", is(false));

        // Then
        assertThat(isActive()).isFalse();
    }

    @Test
    void whatIsLetGoIsNotDeletedButSaysWhereTwoPeopleEraseIt() throws SQLException {
        watching.run();
        decide(manager, "let-go", "").statusCode(409);
        due();
        decide(manager, "let-go", "")
                .statusCode(200)
                .body("erasure", endsWith("/api/identity/v1/persons/" + child + "/erasure"));
        assertThat(rows("guarded.entry where id = '" + entry + "'")).isEqualTo(1);
    }

    @Test
    void onlyTheHolderDecidesAndOfTwoAtOnceOne() {
        // Given
        watching.run();
        Api.as(worker("manager", "GB-LEEDS"), PLAN)
                .get(RETENTION + "/" + entry)
                .then()
                .statusCode(404);
        Api.as(Scene.sarah(), PLAN).get(RETENTION + "/" + entry).then().statusCode(403);
        list(false).body("items.entryId", hasItem(entry)).body("items.decisions", not(hasItem("extend")));

        // When
        int version = read().extract().path("version");
        var statuses = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> decide(supervisor, "hold", "", version).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 412, 412, 412);
    }

    private ValidatableResponse decide(Tokens by, String kind, String more) {
        return decide(by, kind, more, read().extract().path("version"));
    }

    private ValidatableResponse decide(Tokens by, String kind, String more, int version) {
        return Api.as(by, PLAN)
                .header("If-Match", "\"" + version + "\"")
                .body("{\"kind\":\"" + kind + "\",\"reason\":\"The inquiry is not over.\"" + more + "}")
                .post(RETENTION + "/" + entry + "/decisions")
                .then();
    }

    private ValidatableResponse read() {
        return Api.as(manager, PLAN).get(RETENTION + "/" + entry).then().statusCode(200);
    }

    private ValidatableResponse list(boolean isDue) {
        return Api.as(manager, PLAN)
                .queryParam("due", isDue)
                .queryParam("limit", 200)
                .get(RETENTION)
                .then()
                .statusCode(200);
    }

    private int warnings() {
        return Api.as(manager, PLAN)
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path(
                        "items.findAll { it.reference == '" + entry + "' && it.kind == 'retention-due' }.size()");
    }

    private void due() throws SQLException {
        sql("update guarded.retention set due_on = current_date, warn_on = current_date - 90 where entry_id = '" + entry
                + "'");
    }

    /** What the job that erases asks: whether something keeps the child. */
    private boolean isActive() throws SQLException {
        sql(
                "update guarded.notification set acknowledged_by = 'reader', acknowledged_at = now() where acknowledged_at is null"
                        + " and person_record_id = '" + child + "'");
        return rows("(select 1 where holds_active('" + child + "')) as kept") == 1;
    }

    private static Tokens worker(String role, String agency) {
        return Tokens.person(role + "-retains-" + agency)
                .agency(agency)
                .country("GB")
                .roles(role)
                .purposes(PLAN, "CP-ASSESS");
    }

    private static int rows(String from) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void sql(String statement) throws SQLException {
        try (var owner = Database.asOwner();
                var execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }
}
