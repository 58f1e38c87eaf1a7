package eu.waymark.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Stored;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child has one open assessment, led by a child protection agency (scenario S6.1 and its bad paths). */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class OpeningAssessmentTest {

    @Test
    void socialCareOpensOneAndEachAgencyHasItsSectionToWrite() throws SQLException {
        // When
        var assessed = Assessed.opened();

        // Then
        assessed.social()
                .get(assessed.path())
                .then()
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("dueRule", containsString("EN-ASM"))
                .body("sections.status", equalTo(List.of("asked", "asked", "asked")));
        assessed.officer().get(assessed.path()).then().statusCode(200).body("personRecordId", nullValue());
        assertThat(openWork(assessed))
                .containsExactlyInAnyOrder(
                        "assessment-closing " + assessed.care(),
                        "assessment-section " + assessed.care(),
                        "assessment-section " + assessed.police(),
                        "assessment-section " + assessed.school());
        assertThat(AuditTrail.facts("notification.requested", assessed.id()))
                .extracting(fact ->
                        fact.path("kind").asText() + " " + fact.path("agency").asText())
                .containsExactlyInAnyOrder(
                        "assessment-section-asked " + assessed.police(),
                        "assessment-section-asked " + assessed.school());
    }

    @Test
    void aSecondOneOfTheSameRecordIsRefusedWithThePointerToTheFirst() {
        // Given
        var assessed = Assessed.opened();

        // When
        var second = assessed.social().body(Assessed.body(assessed.person())).post(Assessed.PATH);

        // Then
        second.then()
                .statusCode(409)
                .body("code", equalTo("assessment-open"))
                .body("current.assessment", equalTo(assessed.id().toString()));
    }

    @Test
    void ofALinkedRecordItIsRefusedWithoutThePointerAndTheFirstIsTold() {
        // Given
        var assessed = Assessed.opened();
        var other = Assessed.agency("child-protection");
        var linked = Identity.personOf(other);
        Identity.linked(assessed.person(), linked);

        // When
        var second = Assessed.worker(other, "child-protection")
                .body(Assessed.body(linked))
                .post(Assessed.PATH);

        // Then
        second.then()
                .statusCode(409)
                .body("code", equalTo("assessment-open"))
                .body("current", nullValue())
                .body(not(containsString(assessed.id().toString())))
                .body(not(containsString(assessed.care())));
        assertThat(AuditTrail.facts("notification.requested", assessed.id()))
                .extracting(fact ->
                        fact.path("kind").asText() + " " + fact.path("agency").asText())
                .contains("assessment-asked-again " + assessed.care());
        assertThat(AuditTrail.eventsOf(second.header("Request-Id")))
                .extracting(event -> event.path("type").asText())
                .containsExactly("referral.assessment.opened", "referral.assessment.asked-again");
    }

    @Test
    void anAgencyThatWritesInTheFirstIsShownWhereItIs() {
        // Given
        var care = Assessed.agency("child-protection");
        var other = Assessed.agency("child-protection");
        var person = Identity.personOf(care);
        var linked = Identity.personOf(other);
        Identity.linked(person, linked);
        var first = Assessed.worker(care, "child-protection")
                .body(Assessed.body(person, other))
                .post(Assessed.PATH);

        // When
        var second = Assessed.worker(other, "child-protection")
                .body(Assessed.body(linked))
                .post(Assessed.PATH);

        // Then
        second.then().statusCode(409).body("current.assessment", equalTo(first.<String>path("id")));
    }

    @Test
    void recordsThatAreNoLongerLinkedHaveEachTheirOwn() {
        // Given
        var assessed = Assessed.opened();
        var other = Assessed.agency("child-protection");
        var linked = Identity.personOf(other);
        Identity.linked(assessed.person(), linked);
        Identity.unlinked(assessed.person(), linked);

        // Then
        Assessed.worker(other, "child-protection")
                .body(Assessed.body(linked))
                .post(Assessed.PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void ofManyAtOnceOnTwoLinkedRecordsOneIsOpened() throws Exception {
        // Given
        var care = Assessed.agency("child-protection");
        var other = Assessed.agency("child-protection");
        var person = Identity.personOf(care);
        var linked = Identity.personOf(other);
        Identity.linked(person, linked);
        Callable<Integer> here = () -> open(care, person);
        Callable<Integer> there = () -> open(other, linked);

        // When
        List<Integer> answers;
        try (var clients = Executors.newFixedThreadPool(6)) {
            answers = clients.invokeAll(List.of(here, there, here, there, here, there)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        // Then
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(Stored.texts("select id::text from guarded.assessment where person_record_id in ('" + person + "', '"
                        + linked + "')"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"immigration-enforcement", "youth-panel"})
    void anAgencyWithNoPartInAnAssessmentIsNotAskedForASection(String type) {
        // Given
        var care = Assessed.agency("child-protection");

        // When
        var answer = Assessed.worker(care, "child-protection")
                .body(Assessed.body(Identity.personOf(care), Assessed.agency(type)))
                .post(Assessed.PATH);

        // Then
        answer.then().statusCode(422).body("code", equalTo("agency-has-no-part"));
    }

    @Test
    void immigrationEnforcementOpensAndReadsNothing() {
        // Given
        var assessed = Assessed.opened();
        var agency = Assessed.agency("immigration-enforcement");

        // Then
        Assessed.worker(agency, "immigration-enforcement")
                .body(Assessed.body(Identity.personOf(agency)))
                .post(Assessed.PATH)
                .then()
                .statusCode(403);
        Assessed.worker(agency, "immigration-enforcement")
                .get(assessed.path())
                .then()
                .statusCode(403);
    }

    @Test
    void onlyAChildProtectionAgencyLeads() {
        var police = Assessed.agency("police");
        Assessed.worker(police, "police")
                .body(Assessed.body(Identity.personOf(police)))
                .post(Assessed.PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void forAStrangerItDoesNotExist() {
        var assessed = Assessed.opened();
        var stranger = Assessed.agency("child-protection");
        Assessed.worker(stranger, "child-protection")
                .get(assessed.path())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        Assessed.worker(stranger, "child-protection")
                .get(Assessed.PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void eachAgencyInItFindsItInItsList() {
        var assessed = Assessed.opened();
        Stream.of(assessed.social(), assessed.officer()).forEach(one -> one.get(Assessed.PATH)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(assessed.id().toString())));
    }

    private static int open(String agency, UUID person) {
        return Assessed.worker(agency, "child-protection")
                .body(Assessed.body(person))
                .post(Assessed.PATH)
                .statusCode();
    }

    private static List<String> openWork(Assessed assessed) throws SQLException {
        return Stored.texts(
                "select kind || ' ' || agency from guarded.work_item where closed_at is null and reference = '"
                        + assessed.id() + "'");
    }
}
