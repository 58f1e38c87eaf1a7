package eu.waymark.referral.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Directory;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a due date came about, holiday by holiday. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ExplainingClocksTest {

    private static final String CLOCKS = "/api/referral/v1/clocks";
    private static final String MAUNDY_THURSDAY = "&start=2026-04-02T09:00:00Z";

    @BeforeEach
    void theDirectoryIsKnown() {
        Directory.isKnown();
    }

    @Test
    void overEasterInEnglandTwoHolidaysAndAWeekendAreNotCounted() {
        explain("rule=EN-DEC&place=GB-ENG" + MAUNDY_THURSDAY)
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2026-04-07"))
                .body("dueAt", equalTo("2026-04-07T23:00:00Z"))
                .body("place", equalTo("GB-ENG"))
                .body("zone", equalTo("Europe/London"))
                .body("days.why", contains("start", "holiday", "weekend", "weekend", "holiday", "counted"))
                .body("days.findAll { it.holiday != null }.holiday.name", contains("Good Friday", "Easter Monday"))
                .body("days[5].number", equalTo(1))
                .body("reminders.percent", contains(50, 80, 100))
                .body("reminders[0].at", equalTo("2026-04-07T11:00:00Z"))
                .body("escalation.to", contains("manager", "central-authority", "inspectorate"));
    }

    @ParameterizedTest
    @CsvSource({
        // country, five working days from Maundy Thursday 2026, holidays on the way
        "GB-ENG, 2026-04-13, 2",
        "GB-SCT, 2026-04-10, 1",
        "FR, 2026-04-10, 1",
        "DE, 2026-04-13, 2",
        "SE, 2026-04-13, 2",
        "GR, 2026-04-09, 0"
    })
    void theSameClockOverEasterInOtherCountries(String place, String due, int holidays) {
        explain("rule=OURS-RG&place=" + place + MAUNDY_THURSDAY)
                .then()
                .statusCode(200)
                .body("dueOn", equalTo(due))
                .body("days.findAll { it.why == 'holiday' }.size()", equalTo(holidays));
    }

    @Test
    void aRegionCountsByItsNation() {
        explain("rule=OURS-RG&place=DE-BY&start=2026-01-05T09:00:00Z")
                .then()
                .statusCode(200)
                .body("place", equalTo("DE"))
                .body("dueOn", equalTo("2026-01-12"));
    }

    @Test
    void aPauseIsShownAndNotCounted() {
        explain("rule=EU-80&place=FR" + MAUNDY_THURSDAY
                        + "&pause=2026-04-10T09:00:00Z/2026-04-20T09:00:00Z/request-incomplete")
                .then()
                .statusCode(200)
                .body("pauses.reason", contains("request-incomplete"))
                .body("days.findAll { it.why == 'pause' }.size()", equalTo(10))
                .body("days.why", hasItem("end-moved"))
                .body("dueOn", equalTo("2026-07-13"));
    }

    /** The first version knew no nations: an English agency worked by the holidays that all of the United Kingdom has. */
    @Test
    void anEarlierVersionStillExplainsWhatItGave() {
        explain("rule=EN-DEC&place=GB-ENG&version=1" + MAUNDY_THURSDAY)
                .then()
                .statusCode(200)
                .body("version", equalTo("1"))
                .body("dueOn", equalTo("2026-04-06"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "place=GB-ENG&start=2026-04-02T09:00:00Z",
                "rule=EN-DEC&start=2026-04-02T09:00:00Z",
                "rule=EN-DEC&place=GB-ENG",
                "rule=EN-DEC&place=england&start=2026-04-02T09:00:00Z",
                "rule=EN-DEC&place=GB-ENG&start=1026-04-02T09:00:00Z",
                "rule=EN-DEC&place=GB-ENG&start=2026-04-02T09:00:00Z&pause=yesterday",
                "rule=EN-DEC&place=GB-ENG&start=2026-04-02T09:00:00Z&pause=2026-04-03T09:00:00Z/2026-04-02T09:00:00Z/x"
            })
    void whatIsNoClockIsRefused(String query) {
        explain(query).then().statusCode(422).body("code", equalTo("invalid-fields"));
    }

    @Test
    void anUnknownRuleOrVersionIsNotFound() {
        explain("rule=XX-DEC&place=GB-ENG" + MAUNDY_THURSDAY).then().statusCode(404);
        explain("rule=EN-DEC&version=99&place=GB-ENG" + MAUNDY_THURSDAY).then().statusCode(404);
    }

    @Test
    void whoHasNoAccountIsToldNothing() {
        RestAssured.get(CLOCKS + "?rule=EN-DEC&place=GB-ENG" + MAUNDY_THURSDAY)
                .then()
                .statusCode(401);
    }

    @Test
    void theWorkOfTheOwnAgencyIsExplainedAndTheLookIsOnRecord() {
        // Given
        var referral = referralTo(Workers.LYON);

        // When
        var answer = Workers.lyon().get(CLOCKS + "/" + referral);

        // Then
        answer.then()
                .statusCode(200)
                .body("rule.code", equalTo("OURS-DEC"))
                .body("place", equalTo("FR"))
                .body("work.kind", equalTo("referral-decision"))
                .body("work.paused", equalTo(false));
        String workItem = answer.path("work.workItem");
        Workers.lyon()
                .get(CLOCKS + "/" + workItem)
                .then()
                .statusCode(200)
                .body("dueAt", equalTo(answer.path("dueAt")))
                .header("ETag", notNullValue());
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.clock.explained");
        assertThat(event.path("subjects")).hasSize(1);
    }

    @Test
    void forAnotherAgencyThereIsNoSuchWork() {
        // Given
        var referral = referralTo(Workers.LYON);

        // Then
        Workers.berlin().get(CLOCKS + "/" + referral).then().statusCode(404);
        Workers.registrar().get(CLOCKS + "/" + referral).then().statusCode(404);
    }

    private static String referralTo(String agency) {
        return Workers.leeds()
                .body("""
                        {"personRecordId": "%s", "toAgency": "%s", "kind": "assessment", "urgency": "urgent",
                         "reason": "Please."}""".formatted(Identity.personOf(Workers.LEEDS), agency))
                .post("/api/referral/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response explain(String query) {
        return Workers.lyon().get(CLOCKS + "?" + query);
    }
}
