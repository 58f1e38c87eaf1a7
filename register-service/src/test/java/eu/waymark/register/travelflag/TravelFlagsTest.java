package eu.waymark.register.travelflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child must not be taken out of the country (R13, S8). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class TravelFlagsTest {

    private static final String FLAGS = "/api/register/v1/travel-flags";
    private static final String PURPOSE = "CP-PLAN";
    private static final Tokens KENT = worker("sarah", "GB-KENT", "child-protection");
    private static final Tokens LEEDS = worker("tom", "GB-LEEDS", "child-protection");
    private static final String FAR = LocalDate.now().plusMonths(6).toString();

    @Inject
    WatchingTravelFlags watching;

    private UUID person = new UUID(0, 0);

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endsOn", "decisionMaker"})
    void withoutAnEndOrWithoutADecisionMakerItIsNoFlag(String missing) {
        set(KENT, body(entry(), FAR).replaceFirst("\"" + missing + "\":\"[^\"]*\",?", ""))
                .statusCode(400)
                .body("errors[0].field", equalTo(missing));
    }

    @Test
    void aFlagIsSetReadAndListedByWhoIsResponsible() {
        var flag = flagged();
        read(KENT, flag)
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("pointer", equalTo("GB-2026-4711"))
                .body("changes[0].kind", equalTo("set"));
        read(LEEDS, flag).statusCode(404);
        set(LEEDS, body(entry(), FAR)).statusCode(404);
        set(KENT, body(entry(), LocalDate.now().plusYears(3).toString())).statusCode(422);
        set(KENT, body(entry(), LocalDate.now().toString())).statusCode(422);
        set(
                        KENT,
                        body(entry(), FAR)
                                .replace("forced-marriage", "court-order")
                                .replace("\"courtReference\":\"LS26P00117\",", ""))
                .statusCode(422)
                .body("errors[0].field", equalTo("courtReference"));
    }

    @Test
    void aRenewalNeedsReasonsAndTheyAreSealed() throws SQLException {
        var flag = flagged();
        var later = LocalDate.now().plusMonths(12);
        renew(flag, 0, "{\"decisionMaker\":\"Family Court\",\"endsOn\":\"" + later + "\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("reasons"));
        renew(flag, 0, renewal(LocalDate.now().plusMonths(3))).statusCode(422);
        renew(flag, 0, renewal(later))
                .statusCode(200)
                .body("endsOn", equalTo(later.toString()))
                .body("changes[1].reasons", containsString("wedding"));
        renew(flag, 0, renewal(later.plusDays(1))).statusCode(412);
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select reasons from guarded.travel_flag_change where reasons is not null and flag_id = '"
                                + flag + "'")) {
            rows.next();
            assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain("wedding");
        }
    }

    @Test
    void theHolderIsWarnedOnceBeforeTheEnd() throws SQLException {
        var flag = flagged();
        watching.run();
        assertThat(told(flag, "travel-flag-ending")).isZero();
        owner("update guarded.travel_flag set ends_on = current_date + 10 where id = '" + flag + "'");
        watching.run();
        watching.run();
        assertThat(told(flag, "travel-flag-ending")).isEqualTo(1);
        owner("update guarded.travel_flag set starts_on = current_date - 9, ends_on = current_date - 1 where id = '"
                + flag + "'");
        read(KENT, flag).body("status", equalTo("expired"));
    }

    @Test
    void itFallsAtVerifiedMajorityOnlyAndIsHandedOver() {
        // Given
        var flag = flagged();
        tell("assessed-adult-final");
        watching.run();
        read(KENT, flag).body("status", equalTo("active"));
        handOver(flag, 0).statusCode(409);

        // When
        tell("documented");
        watching.run();

        // Then
        read(KENT, flag).body("status", equalTo("fallen"));
        assertThat(told(flag, "travel-flag-fell")).isEqualTo(1);
        renew(flag, 1, renewal(LocalDate.now().plusMonths(12))).statusCode(409);
        handOver(flag, 1).statusCode(200).body("handedOverTo", equalTo("Leaving care team"));
        handOver(flag, 2).statusCode(409);
    }

    @Test
    void ofARenewalAndAWithdrawalAtOnceOneCounts() throws Exception {
        var flag = flagged();
        Callable<Integer> renew = () -> renew(flag, 0, renewal(LocalDate.now().plusMonths(12)))
                .extract()
                .statusCode();
        Callable<Integer> withdraw = () -> withdraw(flag, 0).extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(renew, withdraw)).stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
            assertThat(answers.getFirst()).isEqualTo(200);
            assertThat(answers.getLast()).isIn(409, 412);
        }
    }

    @Test
    void policeLearnThatThereIsAFlagAndWhomToCall() {
        // Given
        var flag = flagged();
        Scene.found(person, Scene.CERTAIN);
        var pat = Tokens.person("pat-" + UUID.randomUUID())
                .agency("FR-POLICE")
                .country("FR")
                .agencyType("police")
                .roles("practitioner")
                .purposes("CP-MISSING", "CP-INVESTIGATION-SUPPORT");
        var handle = Api.as(pat, "CP-MISSING")
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("matches[0].handle");

        // Then
        check(pat, "CP-MISSING", handle)
                .statusCode(200)
                .body("flagged", equalTo(true))
                .body("desk.code", equalTo("GB-NATIONAL"))
                .body(not(containsString("marriage")))
                .body(not(containsString("4711")));
        check(pat, "CP-INVESTIGATION-SUPPORT", handle).statusCode(403);
        check(KENT, PURPOSE, handle).statusCode(403);
        withdraw(flag, 0).statusCode(200);
        check(pat, "CP-MISSING", handle)
                .statusCode(200)
                .body("flagged", equalTo(false))
                .body("desk", nullValue());
    }

    @Test
    void anEntryDoesNotEndWhileItsFlagIsInForce() throws SQLException {
        // Given
        var entry = entry();
        var flag = set(KENT, body(entry, FAR)).statusCode(201).extract().<String>path("id");

        // When
        end(entry).statusCode(409).body("detail", containsString("travel flag"));
        assertThatThrownBy(() -> owner("update guarded.entry set status = 'ended', ended_on = current_date,"
                        + " end_reason = 'plan-completed' where id = '" + entry + "'"))
                .hasMessageContaining("while a travel flag is in force");

        // Then
        withdraw(flag, 0).statusCode(200);
        end(entry).statusCode(200);
    }

    @Test
    void aFlagIsTheChildsWhicheverEntryItWasSetWith() throws SQLException {
        // Given: a flag of an entry that ended before there was this rule, and another entry
        var first = entry();
        set(KENT, body(first, FAR)).statusCode(201);
        owner("alter table guarded.entry disable trigger keep_flagged; update guarded.entry set status = 'ended',"
                + " ended_on = current_date, end_reason = 'plan-completed', version = 1 where id = '" + first
                + "'; alter table guarded.entry enable trigger keep_flagged");
        Api.as(KENT, PURPOSE)
                .body(Scene.newEntry(person))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201);

        // When
        Scene.found(person, Scene.CERTAIN);
        var pat = Tokens.person("pat-" + UUID.randomUUID())
                .agency("FR-POLICE")
                .country("FR")
                .agencyType("police")
                .roles("practitioner")
                .purposes("CP-MISSING");
        var handle = Api.as(pat, "CP-MISSING")
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("matches[0].handle");

        // Then
        check(pat, "CP-MISSING", handle).statusCode(200).body("flagged", equalTo(true));
    }

    private static ValidatableResponse end(String entry) {
        return Api.as(KENT, PURPOSE)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"%s\"}"
                        .formatted(LocalDate.now()))
                .post(Scene.ENTRIES + "/" + entry + "/reviews")
                .then();
    }

    private static Tokens worker(String name, String agency, String type) {
        return Tokens.person(name)
                .agency(agency)
                .country(agency.substring(0, 2))
                .agencyType(type)
                .roles("practitioner")
                .purposes(PURPOSE);
    }

    private String entry() {
        person = Scene.person("GB-KENT");
        return Api.as(KENT, PURPOSE)
                .body(Scene.newEntry(person))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String flagged() {
        return set(KENT, body(entry(), FAR)).statusCode(201).extract().path("id");
    }

    private static String body(String entry, String endsOn) {
        return """
                {"entryId":"%s","ground":"forced-marriage","decisionMaker":"Family Court at Leeds","courtReference":"LS26P00117",
                 "endsOn":"%s","pointer":"GB-2026-4711","startsOn":"%s"}""".formatted(entry, endsOn, LocalDate.now());
    }

    private static String renewal(LocalDate until) {
        return "{\"decisionMaker\":\"Family Court\",\"endsOn\":\"" + until
                + "\",\"reasons\":\"The wedding is planned anew.\"}";
    }

    private static ValidatableResponse set(Tokens by, String body) {
        return Api.as(by, PURPOSE).body(body).post(FLAGS).then();
    }

    private static ValidatableResponse read(Tokens by, String id) {
        return Api.as(by, PURPOSE).get(FLAGS + "/" + id).then();
    }

    private static ValidatableResponse renew(String id, int seen, String body) {
        return change(id, seen, "renewals", body);
    }

    private static ValidatableResponse withdraw(String id, int seen) {
        return change(id, seen, "withdrawal", "{\"decisionMaker\":\"Family Court\",\"reasons\":\"Discharged.\"}");
    }

    private static ValidatableResponse handOver(String id, int seen) {
        return change(id, seen, "handover", "{\"to\":\"Leaving care team\",\"agreed\":\"She keeps her passport.\"}");
    }

    private static ValidatableResponse change(String id, int seen, String what, String body) {
        return Api.as(KENT, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .post(FLAGS + "/" + id + "/" + what)
                .then();
    }

    private static ValidatableResponse check(Tokens by, String purpose, String handle) {
        return Api.as(by, purpose)
                .body("{\"handle\":\"" + handle + "\"}")
                .post(FLAGS + "/checks")
                .then();
    }

    private static int told(String id, String kind) {
        return Api.as(KENT, PURPOSE)
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.findAll { it.reference == '" + id + "' && it.kind == '" + kind + "' }.size()");
    }

    private void tell(String state) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("identity-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"identity-service","type":"age-status.changed","subject":"%s",
                          "time":"2026-11-22T12:00:00Z","data":{"recordId":"%s","state":"%s","treatedAsChild":false}}]""".formatted(UUID.randomUUID(), person, person, state))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    private static void owner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
