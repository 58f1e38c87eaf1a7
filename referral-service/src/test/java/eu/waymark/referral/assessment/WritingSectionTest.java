package eu.waymark.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Stored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each agency writes its own section, sees what it may, and of two editors neither loses a word (scenario S6). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class WritingSectionTest {

    private Assessed assessed = Assessed.NONE;

    @BeforeEach
    void anAssessmentIsOpened() {
        assessed = Assessed.opened();
    }

    @Test
    void factsOpinionsAndWhatOthersToldAreKeptApartAndTheChildSpeaks() {
        assessed.write(assessed.officer(), 0, "Found at the station.")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("written"))
                .body("content.facts.text", equalTo(List.of("Found at the station.")))
                .body("content.opinions.text", equalTo(List.of("She is afraid.")))
                .body("content.thirdParty.text", equalTo(List.of("A neighbour heard crying.")))
                .body("content.childsWords", equalTo("I want to stay."))
                .body("content.factors", equalTo(List.of("12A")));
    }

    @Test
    void aSectionIsShownToOthersOnceItIsSignedAndWhatOthersToldToTheLeadOnly() {
        // Given
        assessed.write(assessed.officer(), 0, "Found at the station.").then().statusCode(200);
        var section = assessed.path() + "/sections/" + assessed.police();
        assessed.social().get(section).then().body("content", nullValue()).body("status", equalTo("written"));

        // When
        assessed.sign(assessed.officer(), "{}").then().statusCode(200);

        // Then
        assessed.social().get(section).then().body("content.thirdParty", hasSize(1));
        assessed.teacher()
                .get(section)
                .then()
                .body("content.facts.text", equalTo(List.of("Found at the station.")))
                .body("content.thirdParty", empty())
                .body("thirdPartyWithheld", equalTo(true))
                .body(not(containsString("neighbour")));
        assessed.teacher().get(assessed.path()).then().body(not(containsString("neighbour")));
        assessed.teacher().get(section + "/versions").then().body(not(containsString("neighbour")));
    }

    @Test
    void dissentIsRecordedAndSeenByAll() {
        // Given
        assessed.write(assessed.officer(), 0, "Found at the station.").then().statusCode(200);

        // When
        assessed.sign(assessed.officer(), "{\"dissent\": \"We would not wait.\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("signed"));

        // Then
        assessed.teacher()
                .get(assessed.path() + "/sections/" + assessed.police())
                .then()
                .body("dissent", equalTo("We would not wait."));
        assertThat(AuditTrail.facts("notification.requested", assessed.id()))
                .extracting(fact ->
                        fact.path("kind").asText() + " " + fact.path("agency").asText())
                .contains("assessment-section-signed " + assessed.care());
    }

    @Test
    void ofTwoEditorsTheSecondGetsBothVersionsAndWhoChangedWhat() {
        // Given
        assessed.write(assessed.officer(), 0, "Found at the station.").then().statusCode(200);
        assessed.write(assessed.officer(), 1, "Found at the bus station.")
                .then()
                .statusCode(200);

        // When
        var late = assessed.officer().header("If-Match", "\"1\"").body("""
                        {"facts": [{"text": "Found at the railway station."}], "childsWords": "I want to go home."}""").put(assessed.path() + "/own-section");

        // Then
        late.then()
                .statusCode(409)
                .body("code", equalTo("section-conflict"))
                .body("current.version", equalTo(2))
                .body("current.base.facts.text", equalTo(List.of("Found at the station.")))
                .body("current.theirs.facts.text", equalTo(List.of("Found at the bus station.")))
                .body("current.yours.facts.text", equalTo(List.of("Found at the railway station.")))
                .body("current.fields.find { it.field == 'facts' }.changedBy", equalTo("both"))
                .body("current.fields.find { it.field == 'childsWords' }.changedBy", equalTo("you"));
        assertThat(AuditTrail.of(late.header("Request-Id")).path("outcomeCode").asText())
                .isEqualTo("section-conflict");
        assessed.write(assessed.officer(), 2, "Found at the railway station, not the bus station.")
                .then()
                .statusCode(200);
        assessed.officer()
                .get(assessed.path() + "/sections/" + assessed.police() + "/versions")
                .then()
                .body("items.number", equalTo(List.of(1, 2, 3)))
                .body("items[0].content.facts.text", equalTo(List.of("Found at the station.")));
    }

    @Test
    void ofEditorsAtOnceOneWritesAndEachOfTheOthersGetsBoth() throws Exception {
        // When
        Callable<Response> edit = () -> assessed.write(assessed.officer(), 0, "Found at the station.");
        List<Response> answers;
        try (var clients = Executors.newFixedThreadPool(4)) {
            answers = clients.invokeAll(List.of(edit, edit, edit, edit)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        // Then
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> answer.then()
                .body("current.theirs.facts", hasSize(1)));
    }

    @Test
    void whoHasNotSaidWhatTheyReadIsAsked() {
        assessed.officer()
                .body(Assessed.FACTS.formatted("Found."))
                .put(assessed.path() + "/own-section")
                .then()
                .statusCode(428);
        assessed.write(assessed.officer(), 7, "Found.").then().statusCode(412);
    }

    @Test
    void aSignedSectionStaysAsItIs() throws SQLException {
        // Given
        assessed.contribute(assessed.officer(), assessed.officer());

        // Then
        assessed.write(assessed.officer(), 1, "Something else.")
                .then()
                .statusCode(409)
                .body("code", equalTo("section-state"));
        assessed.sign(assessed.officer(), "{}").then().statusCode(409);
        var section = "select id from guarded.assessment_section where assessment_id = '%s' and agency = '%s'"
                .formatted(assessed.id(), assessed.police());
        assertThatThrownBy(() -> Stored.change(
                        "insert into guarded.assessment_section_version values ((" + section + "), 2, '', 'x', now())"))
                .hasMessageContaining("signed is not written");
    }

    @Test
    void nothingIsSignedBeforeItIsWritten() {
        assessed.officer()
                .header("If-Match", "\"0\"")
                .body("{}")
                .post(assessed.path() + "/own-section/sign-offs")
                .then()
                .statusCode(409)
                .body("code", equalTo("section-state"));
    }

    @Test
    void anUnknownFactorIsRefused() {
        assessed.officer()
                .header("If-Match", "\"0\"")
                .body("{\"factors\": [\"99A\"]}")
                .put(assessed.path() + "/own-section")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("factors"));
    }

    @Test
    void aSectionIsCiphertextInTheDatabase() throws SQLException {
        assessed.write(assessed.officer(), 0, "Found at the station.").then().statusCode(200);
        assertThat(Stored.texts("select encode(content, 'escape') from guarded.assessment_section_version"))
                .isNotEmpty()
                .noneMatch(text -> text.contains("station"));
    }

    @Test
    void withTheKeyOfTheChildAllGoes() throws SQLException {
        assessed.write(assessed.officer(), 0, "Found at the station.").then().statusCode(200);
        Stored.change("delete from guarded.person_key where person_record_id = '" + assessed.person() + "'");
        assertThat(Stored.texts(
                        "select agency from guarded.assessment_section where assessment_id = '" + assessed.id() + "'"))
                .isEmpty();
        assessed.social().get(assessed.path()).then().statusCode(404);
    }
}
