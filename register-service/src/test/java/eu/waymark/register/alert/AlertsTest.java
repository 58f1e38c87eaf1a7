package eu.waymark.register.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.persistence.audit.AuditLag;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import eu.waymark.register.transfer.Moves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alert, and de-alert to everybody who heard the alert (R14, S5). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class AlertsTest {

    private static final String ALERTS = "/api/register/v1/alerts";
    private static final String PURPOSE = "CP-MISSING";
    private static final Tokens KENT = worker("sarah", "GB-KENT", "practitioner");
    private static final Tokens LEEDS = worker("tom", "GB-LEEDS", "practitioner");
    private static final Tokens BRENT = worker("paula", "GB-BRENT", "practitioner");
    private static final Tokens FRANCE = worker("authority-FR", "FR-CA", "central-authority");
    private static final Tokens HOME =
            worker("carer", "GB-HOME", "practitioner").agencyType("residential-home");

    @Inject
    RemindingReceivers reminding;

    @Inject
    AuditLag lag;

    @Inject
    Clock clock;

    @BeforeEach
    void directory() {
        Scene.directory();
        Scene.changed("agencies/FR-CA", "{\"name\":\"FR-CA\",\"country\":\"FR\",\"type\":\"central-authority\"}");
        Scene.changed("agencies/GB-HOME", "{\"name\":\"Home\",\"country\":\"GB\",\"type\":\"residential-home\"}");
        Scene.changed("desks/GB-LEEDS-DUTY", """
                {"agency":"GB-LEEDS","name":"Leeds","kind":"duty","phone":"+44 20 5550 0101","email":"leeds@example.org",
                 "hours":"day","languages":["en"]}""");
    }

    @AfterEach
    void theLogCatchesUp() {
        lag.measured(null, false);
    }

    @Test
    void receiversSeeWhomToCallAndWhatIsExpectedOfThem() {
        var id = raised("");
        assertThat(told(FRANCE, "alert-raised", id)).isEqualTo(1);
        read(FRANCE, id)
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("actions", equalTo(List.of("locate", "call-desk")))
                .body("desk.code", equalTo("GB-NATIONAL"))
                .body("entryId", nullValue())
                .body("receivers", hasSize(1))
                .body(not(containsString("KENT")));
        read(KENT, id).body("receivers", hasSize(2)).body("open", equalTo(2)).body("entryId", notNullValue());
        read(worker("x", "NL-ROT-JB", "practitioner"), id).statusCode(404);
    }

    @Test
    void theDeAlertReachesEveryReceiverAndIsOpenUntilEachHasConfirmed() {
        // Given: one acknowledges, the other is offline
        var id = raised("");
        act(FRANCE, id, "acknowledgement").statusCode(200);
        act(FRANCE, id, "confirmation").statusCode(409);

        // When
        end(LEEDS, id).statusCode(403);
        end(KENT, id).statusCode(200).body("open", equalTo(2));
        end(KENT, id).statusCode(409);

        // Then
        assertThat(told(FRANCE, "alert-ended", id)).isEqualTo(1);
        assertThat(told(LEEDS, "alert-ended", id)).isEqualTo(1);
        act(FRANCE, id, "confirmation").statusCode(200).body("receivers[0].confirmedAt", notNullValue());
        read(KENT, id).body("open", equalTo(1)).body("status", equalTo("safe-and-seen"));
        act(LEEDS, id, "confirmation").statusCode(200);
        read(KENT, id).body("open", equalTo(0));
        assertThat(told(KENT, "alert-confirmed", id)).isEqualTo(2);
    }

    @Test
    void whoIsSilentIsToldAgainUntilItAnswers() throws SQLException {
        // Given
        var id = raised("");
        end(KENT, id).statusCode(200);
        act(LEEDS, id, "confirmation").statusCode(200);
        owner("update guarded.alert_receipt set reminded_at = now() - interval '25 hours' where alert_id = '" + id
                + "'");

        // When
        reminding.run();
        reminding.run();

        // Then
        assertThat(told(FRANCE, "alert-reminder", id)).isEqualTo(1);
        assertThat(told(LEEDS, "alert-reminder", id)).isZero();
    }

    @Test
    void theReporterLearnsOnlyThatTheChildIsSafe() {
        var id = raised(",\"reporter\":\"GB-HOME\"");
        read(HOME, id).statusCode(200).body("status", equalTo("open")).body("receivers", hasSize(0));
        Api.as(KENT, PURPOSE)
                .header("If-Match", "\"0\"")
                .body("{\"outcome\":\"no-longer-needed\"}")
                .post(ALERTS + "/" + id + "/de-alert")
                .then()
                .statusCode(200);
        read(HOME, id)
                .statusCode(200)
                .body("status", equalTo("safe-and-seen"))
                .body("receivers", hasSize(0))
                .body("desk", nullValue())
                .body("actions", nullValue())
                .body("country", nullValue());
        assertThat(told(HOME, "alert-ended", id)).isEqualTo(1);
    }

    @Test
    void nothingReachesACountryFromWhichProtectionIsClaimed() throws SQLException {
        // Given
        var entry = entry();
        owner("update guarded.entry set claims_protection_from = '{FR}', version = version + 1 where id = '" + entry
                + "'");

        // Then
        raise(KENT, entry, "").statusCode(422).body("code", equalTo("protection-claimed"));
        assertThatThrownBy(() -> owner("""
                insert into guarded.alert_receipt (id, alert_id, entry_id, agency, country, addressed_as, delivered_at, reminded_at, version)
                select gen_random_uuid(), id, '%s', 'FR-CA', 'FR', 'desk', now(), now(), 0 from guarded.alert limit 1""".formatted(entry))).hasMessageContaining("protection is claimed");
    }

    @Test
    void aClaimMadeLaterKeepsTheDeAlertFromThatCountryToo() throws SQLException {
        var entry = entry();
        var id = raise(KENT, entry, "").statusCode(201).extract().<String>path("id");
        owner("update guarded.entry set claims_protection_from = '{FR}', version = version + 1 where id = '" + entry
                + "'");
        end(KENT, id).statusCode(200).body("open", equalTo(1));
        read(FRANCE, id).statusCode(404);
        act(LEEDS, id, "confirmation").statusCode(200);
    }

    @Test
    void ofTwoDeAlertsAtOnceOneCounts() throws Exception {
        var id = raised("");
        Callable<Integer> end = () -> end(KENT, id).extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 4).mapToObj(i -> end).toList())
                    .stream()
                    .map(answer -> answer.resultNow())
                    .sorted()
                    .toList();
            assertThat(answers.getFirst()).isEqualTo(200);
            assertThat(answers.subList(1, 4)).allMatch(code -> code == 409 || code == 412);
        }
        assertThat(told(LEEDS, "alert-ended", id)).isEqualTo(1);
    }

    @Test
    void alertsGoOnWhileTheAuditLogIsBehind() {
        var entry = entry();
        lag.measured(clock.instant().minus(Duration.ofDays(365)), false);
        var id = raise(KENT, entry, "").statusCode(201).extract().<String>path("id");
        read(FRANCE, id).statusCode(200);
        Api.as(KENT, PURPOSE).get(Scene.ENTRIES + "/" + entry).then().statusCode(503);
    }

    @Test
    void onlyTheHolderRaisesAnAlert() {
        raise(LEEDS, entry(), "").statusCode(404);
        raise(KENT, entry(), ",\"reporter\":\"GB-NOBODY\"").statusCode(422);
    }

    @Test
    void whoIsResponsibleNowEndsWhatTheFormerHolderRaised() {
        // Given: Kent raises an alert, France acknowledges, Leeds takes the child over
        var entry = entry();
        var id = raise(KENT, entry, "").statusCode(201).extract().<String>path("id");
        act(FRANCE, id, "acknowledgement").statusCode(200);
        brent();
        read(BRENT, id).statusCode(404);
        Moves.handedOver(entry, "GB-BRENT");

        // Then: Brent answers for it, Kent reads what it knew
        read(BRENT, id).statusCode(200).body("entryId", equalTo(entry)).body("receivers", hasSize(2));
        read(FRANCE, id).body("desk.code", equalTo("GB-NATIONAL"));
        read(LEEDS, id).body("desk.code", equalTo("GB-BRENT-DUTY"));
        act(LEEDS, id, "acknowledgement").statusCode(200);
        assertThat(told(BRENT, "alert-acknowledged", id)).isEqualTo(1);
        assertThat(told(KENT, "alert-acknowledged", id)).isEqualTo(1);
        end(KENT, id).statusCode(403);

        // When
        end(BRENT, id).statusCode(200).body("status", equalTo("safe-and-seen"));

        // Then
        read(KENT, id)
                .statusCode(200)
                .body("status", equalTo("handed-over"))
                .body("closedAt", nullValue())
                .body("receivers.findAll { it.acknowledgedAt != null }.agency", equalTo(List.of("FR-CA")))
                .body("receivers.findAll { it.endedAt != null }", hasSize(0));
        raise(BRENT, entry, "").statusCode(201);
    }

    private static void brent() {
        Scene.agency("GB-BRENT");
        Scene.changed("desks/GB-BRENT-DUTY", """
                {"agency":"GB-BRENT","name":"Brent","kind":"duty","phone":"+44 20 5550 0102","email":"brent@example.org",
                 "hours":"day","languages":["en"]}""");
    }

    private static Tokens worker(String name, String agency, String role) {
        return Tokens.person(name)
                .agency(agency)
                .country(agency.substring(0, 2))
                .agencyType(role.equals("central-authority") ? role : "child-protection")
                .roles(role)
                .purposes(PURPOSE);
    }

    private static String entry() {
        return Api.as(KENT, PURPOSE)
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String raised(String more) {
        return raise(KENT, entry(), more).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse raise(Tokens by, String entry, String more) {
        return Api.as(by, PURPOSE)
                .body("""
                        {"entryId":"%s","kind":"missing","to":[{"country":"FR"},{"country":"GB","agency":"GB-LEEDS"}],
                         "actions":["locate","call-desk"],"validUntil":"%s"%s}""".formatted(entry, LocalDate.now().plusDays(20), more))
                .post(ALERTS)
                .then();
    }

    private static ValidatableResponse read(Tokens by, String id) {
        return Api.as(by, PURPOSE).get(ALERTS + "/" + id).then();
    }

    private static ValidatableResponse act(Tokens by, String id, String what) {
        return Api.as(by, PURPOSE).post(ALERTS + "/" + id + "/" + what).then();
    }

    private static ValidatableResponse end(Tokens by, String id) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"0\"")
                .body("{\"outcome\":\"safe-and-seen\"}")
                .post(ALERTS + "/" + id + "/de-alert")
                .then();
    }

    private static int told(Tokens by, String kind, String id) {
        return Api.as(by, PURPOSE)
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.findAll { it.reference == '" + id + "' && it.kind == '" + kind + "' }.size()");
    }

    private static void owner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
