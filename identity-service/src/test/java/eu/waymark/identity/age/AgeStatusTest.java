package eu.waymark.identity.age;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How old somebody is taken to be, and who may say so. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class AgeStatusTest {

    private static final String AGENCY = "GB-AGES";
    private static final String SAFE = "\"safeguards\":{\"guardianPresent\":true,\"interpreter\":true,"
            + "\"leastIntrusive\":true,\"multidisciplinary\":true},\"method\":\"holistic\"";
    private static final String DOUBT = "{\"state\":\"doubt-raised\",\"traffickingIndicator\":true}";
    private static final String PENDING = "{\"state\":\"assessment-pending\"}";
    private static final String CHILD = "{\"state\":\"assessed-child\",\"ageFrom\":16,\"ageTo\":19," + SAFE + "}";
    private static final String ADULT = "{\"state\":\"assessed-adult\",\"ageFrom\":19,\"ageTo\":24," + SAFE + "}";
    private static final String FINAL = "{\"state\":\"assessed-adult-final\"}";
    private static final String DISPUTE = "{\"state\":\"disputed\"}";
    private static final String DOCUMENTED =
            "{\"state\":\"documented\",\"verifiedWithIssuer\":true,\"ageFrom\":15,\"ageTo\":15}";

    private final Tokens worker = Callers.of(AGENCY, "practitioner", PURPOSE);
    private final Tokens supervisor = Callers.of(AGENCY, "supervisor", PURPOSE);
    private final Tokens secondSupervisor = Callers.of(AGENCY, "supervisor", PURPOSE);

    @Test
    void somebodyOfWhomNothingWasSaidIsAChild() {
        age(worker, child())
                .body("state", is("undocumented-claimed-child"))
                .body("treatedAsChild", is(true))
                .body("version", is(0))
                .header("ETag", is("\"0\""));
    }

    @Test
    void theLowestAgeOfTheRangeCountsAndAnAssessmentNeedsItsSafeguards() {
        // Given
        var record = record(worker);
        var child = identity(worker, record);
        move(worker, child, 0, DOUBT).statusCode(200).body("state", is("doubt-raised"));
        move(supervisor, child, 1, PENDING).statusCode(200);

        // When
        move(worker, child, 2, CHILD.replace("\"guardianPresent\":true", "\"guardianPresent\":false"))
                .statusCode(422)
                .body("code", is("safeguards-missing"));
        move(worker, child, 2, CHILD.replace("assessed-child", "assessed-adult"))
                .statusCode(422)
                .body("errors.field", contains("ageFrom"));
        move(worker, child, 2, CHILD.replace("\"ageTo\":19,", "")).statusCode(422);

        // Then
        move(worker, child, 2, CHILD)
                .statusCode(200)
                .body("state", is("assessed-child"))
                .body("lowestAge", is(16))
                .body("treatedAsChild", is(true))
                .body("history[0].safeguards.guardianPresent", is(true));
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.age.moved");
        assertThat(event.at("/notes/to").asText()).isEqualTo("ASSESSED_CHILD");
        assertThat(event.path("subjects")).hasSize(1);
        Api.as(Callers.of(AGENCY, "manager", "SUBJECT-ACCESS"), "SUBJECT-ACCESS")
                .get("/api/identity/v1/persons/" + record + "/subject-access")
                .then()
                .body(
                        "sections.find { it.title == 'What is known of this age' }.sentences",
                        hasItem(endsWith("assessed child.")));
    }

    @Test
    void anAdultIsAChildUntilAnotherSupervisorMakesItFinalAndADisputeReopensEvenThat() throws SQLException {
        // Given
        var child = child();
        move(worker, child, 0, DOUBT).statusCode(200);
        move(supervisor, child, 1, PENDING).statusCode(200);
        move(supervisor, child, 2, ADULT).statusCode(200).body("treatedAsChild", is(true));

        // When
        move(worker, child, 3, FINAL).statusCode(403).body("code", is("forbidden"));
        move(supervisor, child, 3, FINAL).statusCode(403).body("code", is("second-person-needed"));
        move(secondSupervisor, child, 3, FINAL).statusCode(200).body("treatedAsChild", is(false));

        // Then
        move(worker, child, 4, DISPUTE).statusCode(200).body("treatedAsChild", is(true));
        assertThat(Rows.of(
                        "select data::json ->> 'treatedAsChild' from fact_outbox where type = 'age-status.changed' and"
                                + " subject in (select record_id from guarded.identity_member where identity_id = '"
                                + child
                                + "') order by order_no"))
                .containsExactly("true", "true", "true", "false", "true");
    }

    @Test
    void papersThatAnotherHandedOverOrAnIndicatorOfTraffickingDocumentNothing() {
        // Given
        var child = child();

        // When
        move(worker, child, 0, "{\"state\":\"documented\",\"ageFrom\":15,\"ageTo\":15}")
                .statusCode(422)
                .body("errors.field", contains("verifiedWithIssuer"));
        move(worker, child, 0, DOCUMENTED.replace("}", ",\"documentHandedOverByAnother\":true}"))
                .statusCode(200)
                .body("state", is("doubt-raised"));

        // Then: and from then on, whatever the issuer says
        move(supervisor, child, 1, DOCUMENTED).statusCode(409).body("code", is("illegal-transition"));
        var other = child();
        move(worker, other, 0, DOCUMENTED).statusCode(200).body("state", is("documented"));
        move(worker, other, 1, DISPUTE).statusCode(200).body("state", is("disputed"));
    }

    @Test
    void anIndicatorThatShowsLaterContestsThePapersToo() {
        // Given
        var child = child();
        var mere = "{\"state\":\"doubt-raised\"}";
        move(worker, child, 0, mere).statusCode(200);

        // When
        move(worker, child, 1, mere).statusCode(409).body("code", is("illegal-transition"));
        move(worker, child, 1, DOUBT)
                .statusCode(200)
                .body("state", is("doubt-raised"))
                .body("version", is(2));

        // Then
        move(supervisor, child, 2, DOCUMENTED).statusCode(409);
    }

    @Test
    void noAgeStatusIsOutOfReachOnceItsRecordIsLinkedWithAnotherOfTheAgency() throws SQLException {
        // Given: two records of one agency, and a doubt about whichever has the larger id
        var records = new TreeSet<>(List.of(record(worker), record(worker)));
        var doubted = records.last();
        move(worker, identity(worker, doubted), 0, DOUBT).statusCode(200);

        // When
        linkAsOwner(records.first(), doubted, "SAME");

        // Then
        var child = identity(worker, doubted);
        age(worker, child).body("state", is("doubt-raised")).body("version", is(1));
        move(supervisor, child, 1, PENDING).statusCode(200).body("state", is("assessment-pending"));
    }

    @Test
    void whatOneAgencyFoundAndAnotherContradictsIsDisputedAndPartsWithTheirRecords() throws SQLException {
        // Given: one agency assessed a child; another, with its own record of the same person, an adult
        var here = record(worker);
        var abroadWorker = Callers.of("GB-AGES-TOO", "practitioner", PURPOSE);
        var abroadSupervisor = Callers.of("GB-AGES-TOO", "supervisor", PURPOSE);
        var there = record(abroadWorker);
        assess(here, worker, supervisor, CHILD);
        assess(there, abroadWorker, abroadSupervisor, ADULT);

        // When: two people link the two
        linkAsOwner(here, there, "SAME");

        // Then
        age(worker, identity(worker, here))
                .body("state", is("disputed"))
                .body("lowestAge", is(16))
                .body("treatedAsChild", is(true))
                .body("history.find { !it.record.own }.ageFrom", nullValue());

        // When
        linkAsOwner(here, there, "DIFFERENT");

        // Then
        age(worker, identity(worker, here)).body("state", is("assessed-child"));
        age(abroadWorker, identity(abroadWorker, there)).body("state", is("assessed-adult"));
    }

    @Test
    void aMoveIsOfWhatWasSeenAndOfTwoAtOnceOneIsTaken() throws Exception {
        // Given
        var child = child();
        Api.as(worker, PURPOSE).body(DOUBT).post(path(child)).then().statusCode(428);
        move(worker, child, 7, DOUBT).statusCode(412);
        var start = new CyclicBarrier(2);

        // When
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(moving(start, child));
            var other = both.submit(moving(start, child));

            // Then
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void strangersLearnNothingAndTheCentralAuthorityMayDisputeOnly() {
        // Given
        var child = child();
        move(worker, child, 0, DOCUMENTED).statusCode(200);
        var stranger = Callers.of("GB-STRANGERS", "practitioner", PURPOSE);
        var ministry = Callers.of("GB-MINISTRY", "central-authority", PURPOSE).agencyType("central-authority");

        // Then
        var refused = Api.as(stranger, PURPOSE)
                .get(path(child))
                .then()
                .statusCode(404)
                .extract()
                .<String>path("detail");
        assertThat(refused)
                .isEqualTo(Api.as(stranger, PURPOSE)
                        .get(path(UUID.randomUUID().toString()))
                        .then()
                        .statusCode(404)
                        .extract()
                        .path("detail"));
        Api.as(worker, "IMMIGRATION-ENFORCEMENT")
                .get(path(child))
                .then()
                .statusCode(403)
                .body("code", is("purpose-forbidden"));
        move(ministry, child, 1, DOUBT).statusCode(403);
        move(ministry, child, 1, DISPUTE).statusCode(200);
        age(worker, child).body("history.to", hasItem("disputed"));
    }

    private void assess(String record, Tokens by, Tokens above, String outcome) {
        var identity = identity(by, record);
        move(by, identity, 0, DOUBT).statusCode(200);
        move(above, identity, 1, PENDING).statusCode(200);
        move(by, identity, 2, outcome).statusCode(200);
    }

    private static void linkAsOwner(String one, String other, String verdict) throws SQLException {
        Rows.change("""
                insert into guarded.edge (id, record_a, record_b, verdict, reason, decided_by, agency, confirmed_by,
                    confirmed_agency, model_version, bits, wrapped_key, evidence, decided_at)
                values (gen_random_uuid(), least('%1$s'::uuid, '%2$s'), greatest('%1$s'::uuid, '%2$s'), '%3$s', 'RECORDS_AGREE', 'one', 'A',
                    'two', 'B', '1', 0, '\\x00', '\\x00', now())""".formatted(one, other, verdict));
    }

    private Callable<Integer> moving(CyclicBarrier start, String child) {
        return () -> {
            start.await();
            return move(worker, child, 0, DOUBT).extract().statusCode();
        };
    }

    private String child() {
        return identity(worker, record(worker));
    }

    private static String record(Tokens by) {
        return Children.recorded(by, named("Ermintrude", "Ludgrove", "2009", 2));
    }

    private static String identity(Tokens by, String record) {
        return Api.as(by, PURPOSE)
                .get("/api/identity/v1/identities/of-record/" + record)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static String path(String identity) {
        return "/api/identity/v1/identities/" + identity + "/age-status";
    }

    private static ValidatableResponse age(Tokens by, String identity) {
        return Api.as(by, PURPOSE).get(path(identity)).then().statusCode(200);
    }

    private static ValidatableResponse move(Tokens by, String identity, int seen, String status) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body(status)
                .post(path(identity))
                .then();
    }
}
