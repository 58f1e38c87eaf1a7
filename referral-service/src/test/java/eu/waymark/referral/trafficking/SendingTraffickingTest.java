package eu.waymark.referral.trafficking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Stored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A first responder's draft, what it needs to be sent, and what no child is asked (scenario S3, domain F9, F10, C12). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class SendingTraffickingTest {

    @Test
    void aDraftMayLackAnythingAndAColleagueGoesOnWithItTheNextDay() {
        // Given
        var team = Referred.agency("child-protection");
        var person = Identity.personOf(team);
        var draft = Referred.worker(team)
                .body("{\"personRecordId\": \"%s\", \"form\": {\"account\": \"Found at the station.\"}}"
                        .formatted(person))
                .post(Referred.PATH);
        draft.then().statusCode(201).body("status", equalTo("draft"));
        var path = Referred.PATH + "/" + draft.path("id");

        // When
        Referred.as("colleague", team, "practitioner")
                .header("If-Match", "\"0\"")
                .body("{\"account\": \"Found at the station.\", \"age\": \"not-sure\"}")
                .put(path + "/form")
                .then()
                .statusCode(200);

        // Then
        Referred.worker(team)
                .get(path)
                .then()
                .body("form.account", equalTo("Found at the station."))
                .body("form.age", equalTo("not-sure"))
                .body("treatedAsChild", equalTo(true));
        Referred.worker(team)
                .header("If-Match", "\"0\"")
                .body("{}")
                .put(path + "/form")
                .then()
                .statusCode(412);
    }

    @Test
    void whoseAgeIsNotSureIsSentAsAChildWithoutMeansAndWithoutConsent() throws SQLException {
        // Given
        var referred = Referred.drafted();

        // When
        var sent = referred.send(0);

        // Then
        sent.then()
                .statusCode(200)
                .body("status", equalTo("sent"))
                .body("treatedAsChild", equalTo(true))
                .body("reasonableGroundsDueAt", notNullValue())
                .body("warnings", equalTo(List.of("contact-not-safe")));
        assertThat(work(referred))
                .containsExactlyInAnyOrder(
                        "trafficking-reasonable-grounds " + referred.team() + " NRM-RG",
                        "trafficking-reception " + referred.local() + " none");
        assertThat(AuditTrail.facts("notification.requested", referred.id()))
                .extracting(fact ->
                        fact.path("kind").asText() + " " + fact.path("agency").asText())
                .containsExactly("trafficking-referral-received " + referred.local());
    }

    @Test
    void whereIdentityCannotBeToldOfTheDoubtTheWorkerIs() throws SQLException {
        // Given
        var referred = Referred.drafted();
        Identity.knowsNoAge(referred.person());

        // When
        referred.send(0).then().statusCode(200).body("warnings", hasItem("raise-age-doubt-by-hand"));

        // Then
        assertThat(work(referred)).contains("age-doubt-raising " + referred.team() + " none");
        referred.post(Referred.worker(referred.team()), "/age-doubt", "{}")
                .then()
                .statusCode(200)
                .body("warnings", not(hasItem("raise-age-doubt-by-hand")));
        assertThat(work(referred)).doesNotContain("age-doubt-raising " + referred.team() + " none");
    }

    @Test
    void withoutALocalAuthorityItCannotBeSent() {
        var referred = Referred.drafted(form -> form.remove("localAuthority"));
        referred.send(0)
                .then()
                .statusCode(422)
                .body("code", equalTo("trafficking-incomplete"))
                .body("errors.field", equalTo(List.of("form.localAuthority")));
        referred.read().then().body("status", equalTo("draft"));
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        var team = Referred.agency("child-protection");
        var draft = Referred.worker(team)
                .body("{\"personRecordId\": \"%s\", \"form\": {\"concerns\": [\"trafficking\"]}}"
                        .formatted(Identity.personOf(team)))
                .post(Referred.PATH);
        Referred.worker(team)
                .header("If-Match", "\"0\"")
                .post(Referred.PATH + "/" + draft.path("id") + "/sendings")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems(
                                "form.age",
                                "form.acts",
                                "form.exploitation",
                                "form.safeContact",
                                "form.explained",
                                "form.localAuthority",
                                "form.accommodation"))
                .body("errors.field", not(hasItem("form.means")))
                .body("errors.field", not(hasItem("form.consent")));
    }

    @Test
    void aChildIsNotAskedForConsentButToldInItsLanguage() {
        var consenting = Referred.drafted(
                form -> form.putObject("consent").put("given", true).put("on", "2026-03-02"));
        consenting.send(0).then().statusCode(422).body("errors.field", equalTo(List.of("form.consent")));
        var untold = Referred.drafted(form -> form.put("age", "child").remove("explained"));
        untold.send(0).then().statusCode(422).body("errors.field", equalTo(List.of("form.explained")));
    }

    @Test
    void ofAnAdultMeansAreShownAndConsentIsNeeded() {
        // Given
        var referred = Referred.drafted(form -> form.put("age", "adult"));

        // Then
        referred.send(0).then().statusCode(422).body("errors.field", equalTo(List.of("form.means", "form.consent")));
        var complete = Referred.drafted(SendingTraffickingTest::adult);
        complete.send(0).then().statusCode(200).body("treatedAsChild", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult-accommodation", "hotel", "shared-child-home"})
    void whoseAgeIsNotSureStaysWhereThatIsFit(String type) {
        var referred = Referred.drafted(form -> ((ObjectNode) form.get("accommodation")).put("type", type));
        referred.send(0).then().statusCode(422).body("errors.field", equalTo(List.of("form.accommodation.type")));
    }

    @Test
    void whoNeedsAPlaceToStayHasAPlan() {
        var referred = Referred.drafted(form -> ((ObjectNode) form.get("accommodation")).remove("plan"));
        referred.send(0).then().statusCode(422).body("errors.field", equalTo(List.of("form.accommodation.plan")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-02-31", "2999-01-01", "2999", "31-02-2010", "2010-13", "May 2010"})
    void aBirthThatCannotBeIsRefusedAndNotRepeated(String birth) {
        var team = Referred.agency("child-protection");
        Referred.worker(team)
                .body(Referred.draft(
                        Identity.personOf(team), Referred.form(team, form -> form.put("birthDate", birth))))
                .post(Referred.PATH)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("form.birthDate"))
                .body("detail", not(org.hamcrest.Matchers.containsString(birth)));
    }

    @Test
    void olderThanTwentyFiveIsAWarningAndNoRefusal() {
        var referred = Referred.drafted(form -> form.put("birthDate", "1990-06"));
        referred.send(0)
                .then()
                .statusCode(200)
                .body("treatedAsChild", equalTo(true))
                .body("warnings", hasItem("birth-date-over-25"));
    }

    @Test
    void traffickingAndSmugglingAreSaidEachForItself() {
        var smuggled = Referred.drafted(form -> {
            form.putArray("concerns").add("smuggling");
            form.remove(List.of("acts", "exploitation"));
        });
        smuggled.send(0).then().statusCode(200).body("form.concerns", equalTo(List.of("smuggling")));
        var team = Referred.agency("child-protection");
        Referred.worker(team)
                .body(Referred.draft(Identity.personOf(team), Referred.form(team, form -> form.putArray("concerns")
                        .add("trafficked-smuggled"))))
                .post(Referred.PATH)
                .then()
                .statusCode(400);
    }

    @Test
    void whatWasSentStaysAsItWasSent() throws SQLException {
        var referred = Referred.sent();
        Referred.worker(referred.team())
                .header("If-Match", "\"" + referred.version() + "\"")
                .body("{}")
                .put(referred.path() + "/form")
                .then()
                .statusCode(409)
                .body("code", equalTo("trafficking-state"));
        referred.send(referred.version()).then().statusCode(409);
        Assertions.assertThatThrownBy(() -> Stored.change(
                        "update guarded.trafficking_referral set form = '' where id = '" + referred.id() + "'"))
                .hasMessageContaining("stays as it was sent");
    }

    @Test
    void aDraftIsTheTeamsOwnAndTheLocalAuthorityReadsItOnceItIsSent() {
        // Given
        var referred = Referred.drafted();
        Referred.worker(referred.local()).get(referred.path()).then().statusCode(404);

        // When
        referred.send(0).then().statusCode(200);

        // Then
        Referred.worker(referred.local())
                .get(referred.path())
                .then()
                .statusCode(200)
                .body("personRecordId", nullValue());
        Referred.worker(referred.local())
                .get(Referred.PATH)
                .then()
                .body("items.id", hasItem(referred.id().toString()));
        Referred.worker(Referred.agency("child-protection"))
                .get(referred.path())
                .then()
                .statusCode(404);
        Referred.of("immigration-enforcement", "officer", Referred.agency("immigration-enforcement"), "practitioner")
                .get(referred.path())
                .then()
                .statusCode(403);
    }

    @Test
    void nothingOfTheFormIsInClearInTheDatabase() throws SQLException {
        Referred.sent();
        assertThat(Stored.texts("select encode(form, 'escape') from guarded.trafficking_referral"))
                .isNotEmpty()
                .noneMatch(text -> text.contains("kitchen") || text.contains("documents-held"));
    }

    private static void adult(ObjectNode form) {
        form.put("age", "adult");
        form.putArray("means").add("deception");
        form.remove("explained");
        form.putObject("consent").put("given", true).put("on", "2026-03-02");
    }

    private static List<String> work(Referred referred) throws SQLException {
        return Stored.texts("select kind || ' ' || agency || ' ' || coalesce(split_part(due_rule, '/', 1), 'none')"
                + " from guarded.work_item where closed_at is null and reference = '" + referred.id() + "'");
    }
}
