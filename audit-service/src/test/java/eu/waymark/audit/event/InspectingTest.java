package eu.waymark.audit.event;

import static eu.waymark.audit.AuditLog.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class InspectingTest {

    private final String source = SampleEvent.freshSource();
    /** An agency of this test alone. */
    private final String agency = "FR-" + source;

    @Test
    void nobodyIsRefused() {
        Api.anonymous().get(EVENTS).then().statusCode(401);
    }

    @Test
    void aPractitionerIsRefused() {
        // Given
        var practitioner = Tokens.practitioner(agency, "FR").purposes("AUDIT");

        // When
        var answer = Api.as(practitioner, "AUDIT").get(EVENTS).then();

        // Then
        answer.statusCode(403);
    }

    @Test
    void aPurposeIsRequired() {
        Api.as(compliance(agency)).get(EVENTS).then().statusCode(403).body("code", equalTo("purpose-required"));
    }

    @Test
    void aPurposeOfCaseworkIsRefusedEvenWhereTheTokenPermitsIt() {
        // Given
        var token = compliance(agency).purposes("AUDIT", "CP-ASSESS");

        // When
        var answer = Api.as(token, "CP-ASSESS").get(EVENTS).then();

        // Then
        answer.statusCode(403).body("code", equalTo("purpose-not-permitted"));
    }

    @Test
    void someoneWithoutAnAgencyIsRefused() {
        Api.as(compliance(""), "AUDIT").get(EVENTS).then().statusCode(403).body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @CsvSource({"outcome,5,422", "subject,Anna Koval,422", "limit,201,422", "limit,0,422", "cursor,nonsense,400"})
    void aFilterThatMakesNoSenseIsRefused(String parameter, String value, int status) {
        asCompliance().queryParam(parameter, value).get(EVENTS).then().statusCode(status);
    }

    @Test
    void aTimeThatIsNoneIsRefusedByTheNameOfItsParameterAndNotByItsValue() {
        asCompliance()
                .queryParam("from", "yesterday")
                .get(EVENTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("detail", containsString("sent were: from."))
                .body("detail", not(containsString("yesterday")));
    }

    @Test
    void aParameterThatIsNoneIsRefusedAndNotRepeatedWhereItCouldBeAName() {
        asCompliance()
                .queryParam("from", "yesterday")
                .queryParam("Anna Koval", "1")
                .get(EVENTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-parameter"))
                .body("detail", containsString("known are: actor, agency, case, cursor, from,"))
                .body("detail", not(containsString("Anna")))
                .body("detail", not(containsString("yesterday")));
    }

    @Test
    void anEventIsShownAsItsLeafTellsIt() {
        // Given
        var event = own(1).with("type", "register.disclosure.requested")
                .with("outcome", "4")
                .with("outcomeCode", "no-agreement")
                .with("legalBasis", "hague-1996-34")
                .with("case", "69-2026-0042")
                .with("resource", "d-1")
                .with("returned", "2")
                .with("subjects", List.of("tag-b", "tag-a"));
        var index = AuditLog.append(source, event);

        // When
        var shown = asCompliance()
                .get(EVENTS + "/" + event.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(shown.getMap(""))
                .containsEntry("id", event.id())
                .containsEntry("leafIndex", (int) index)
                .containsEntry("source", source)
                .containsEntry("recorded", "2026-11-22T10:00:00.123456Z")
                .containsEntry("type", "register.disclosure.requested")
                .containsEntry("action", "R")
                .containsEntry("outcome", "4")
                .containsEntry("outcomeCode", "no-agreement")
                .containsEntry("actor", "5d3c")
                .containsEntry("agency", agency)
                .containsEntry("country", "FR")
                .containsEntry("purpose", "CP-ASSESS")
                .containsEntry("legalBasis", "hague-1996-34")
                .containsEntry("case", "69-2026-0042")
                .containsEntry("resource", "d-1")
                .containsEntry("returned", 2)
                .containsEntry("subjects", List.of("tag-a", "tag-b"))
                .doesNotContainKey("client");
    }

    @Test
    void anotherAgencysEventAndOneThatDoesNotExistAreAnsweredAlike() {
        // Given
        var event = own(1);
        AuditLog.append(source, event);
        var stranger = compliance("GB-ENG-301");

        // When
        var foreign = Api.as(stranger, "AUDIT").get(EVENTS + "/" + event.id());
        var unknown = Api.as(stranger, "AUDIT").get(EVENTS + "/" + UUID.randomUUID());
        var proof = Api.as(stranger, "AUDIT").get(EVENTS + "/" + event.id() + "/proof");
        var listed = Api.as(stranger, "AUDIT").queryParam("agency", agency).get(EVENTS);

        // Then
        foreign.then().statusCode(404);
        unknown.then().statusCode(404);
        proof.then().statusCode(404);
        assertThat(withoutRequestId(foreign.jsonPath())).isEqualTo(withoutRequestId(unknown.jsonPath()));
        assertThat(withoutRequestId(proof.jsonPath())).isEqualTo(withoutRequestId(unknown.jsonPath()));
        listed.then().statusCode(200).body("items", empty());
    }

    @Test
    void eventsComeNewestFirstInPages() {
        // Given
        var oldest = own(1).with("recorded", "2026-11-01T00:00:00.000001Z");
        var twin = own(2).with("recorded", "2026-11-01T00:00:00.000001Z");
        var newest = own(3).with("recorded", "2026-11-02T00:00:00Z");
        AuditLog.append(source, oldest, twin, newest);

        // When
        var first = asCompliance().queryParam("limit", 2).get(EVENTS).jsonPath();
        var second = asCompliance()
                .queryParam("limit", 2)
                .queryParam("cursor", first.getString("next"))
                .queryParam("type", "register.entry.read")
                .get(EVENTS)
                .jsonPath();

        // Then
        assertThat(first.getString("items[0].id")).isEqualTo(newest.id());
        assertThat(List.of(first.getString("items[1].id"), second.getString("items[0].id")))
                .containsExactlyInAnyOrder(oldest.id(), twin.id());
        assertThat(second.getString("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "subject,tag-sought",
        "actor,actor-sought",
        "purpose,COURT",
        "type,register.entry.ended",
        "case,case-sought",
        "outcome,4",
        "from,2026-11-22T10:00:00Z",
        "to,2026-11-21T00:00:00Z"
    })
    void eachFilterFindsItsEventAlone(String parameter, String value) {
        // Given
        var ordinary = own(1).with("recorded", "2026-11-21T12:00:00Z");
        var sought = own(2).with("recorded", parameter.equals("to") ? "2026-11-20T00:00:00Z" : "2026-11-22T11:00:00Z");
        switch (parameter) {
            case "subject" -> sought.with("subjects", List.of("tag-other", value));
            case "actor" -> sought.agent("who", value);
            case "from", "to" -> {}
            default -> sought.with(parameter, value);
        }
        AuditLog.append(source, ordinary, sought);

        // When
        var found = asCompliance()
                .queryParam(parameter, value)
                .queryParam("agency", agency)
                .get(EVENTS)
                .then();

        // Then
        found.statusCode(200).body("items.id", hasItem(sought.id()));
        assertThat(found.extract().jsonPath().getList("items.id")).doesNotContain(ordinary.id());
    }

    @Test
    void everyQueryIsAnEventItself() {
        // Given
        var event = own(1).with("subjects", List.of("tag-of-" + source));
        AuditLog.append(source, event);

        // When
        asCompliance()
                .queryParam("subject", "tag-of-" + source)
                .get(EVENTS)
                .then()
                .statusCode(200);
        asCompliance().get(EVENTS + "/" + event.id()).then().statusCode(200);
        Api.as(compliance(agency).purposes("CP-ASSESS"), "CP-ASSESS")
                .get(EVENTS)
                .then()
                .statusCode(403);

        // Then
        var listed = awaitOwnEvent("audit.events.listed", "0");
        assertThat(listed.getString("items[0].source")).isEqualTo("audit-service");
        assertThat(listed.getString("items[0].purpose")).isEqualTo("AUDIT");
        assertThat(listed.getList("items[-1].subjects")).containsExactly("tag-of-" + source);
        var read = awaitOwnEvent("audit.event.read", "0");
        assertThat(read.getString("items[0].resource")).isEqualTo(event.id());
        assertThat(read.getList("items[0].subjects")).containsExactly("tag-of-" + source);
        var refused = awaitOwnEvent("audit.events.listed", "4");
        assertThat(refused.getString("items[0].outcomeCode")).isEqualTo("purpose-not-permitted");
    }

    @Test
    void whatIsNoTagIsNotRepeatedInTheLog() {
        // When
        asCompliance()
                .queryParam("subject", "Koval")
                .get(EVENTS)
                .then()
                .statusCode(200)
                .body("items", empty());

        // Then
        assertThat(awaitOwnEvent("audit.events.listed", "0").getList("items[-1].subjects"))
                .isEmpty();
    }

    private JsonPath awaitOwnEvent(String type, String outcome) {
        return await().until(
                        () -> asCompliance()
                                .queryParam("type", type)
                                .queryParam("outcome", outcome)
                                .get(EVENTS)
                                .jsonPath(),
                        found -> !found.getList("items").isEmpty());
    }

    private SampleEvent own(long seq) {
        return SampleEvent.of(source, seq).agent("agency", agency);
    }

    private RequestSpecification asCompliance() {
        return Api.as(compliance(agency), "AUDIT");
    }

    private static Tokens compliance(String agency) {
        return Tokens.person("compliance-officer")
                .agency(agency)
                .country("FR")
                .roles("compliance")
                .purposes("AUDIT", "INSPECTION", "SUBJECT-ACCESS");
    }

    private static Map<String, Object> withoutRequestId(JsonPath problem) {
        var members = problem.<String, Object>getMap("");
        members.remove("requestId");
        return members;
    }
}
