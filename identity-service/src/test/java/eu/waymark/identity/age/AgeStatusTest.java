package eu.waymark.identity.age;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.age.Ages.ADULT;
import static eu.waymark.identity.age.Ages.AGENCY;
import static eu.waymark.identity.age.Ages.CHILD;
import static eu.waymark.identity.age.Ages.DISPUTE;
import static eu.waymark.identity.age.Ages.DOCUMENTED;
import static eu.waymark.identity.age.Ages.DOUBT;
import static eu.waymark.identity.age.Ages.FINAL;
import static eu.waymark.identity.age.Ages.PENDING;
import static eu.waymark.identity.age.Ages.age;
import static eu.waymark.identity.age.Ages.identity;
import static eu.waymark.identity.age.Ages.move;
import static eu.waymark.identity.age.Ages.path;
import static eu.waymark.identity.age.Ages.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Events;
import eu.waymark.identity.Rows;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How old somebody is taken to be, and who may say so. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class AgeStatusTest {

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
                        hasItem(endsWith("assessed child, aged 16 to 19.")));
    }

    @Test
    void whatWasWrittenIsReadByItsAgencyAndBySubjectAccess() throws SQLException {
        // Given
        var record = Ages.record(worker);
        var child = Ages.identity(worker, record);
        var lyon = Callers.lyon();
        var abroad = Ages.record(lyon);
        Ages.linkAsOwner(record, abroad, "SAME");

        // When
        move(worker, child, 0, "{\"state\":\"doubt-raised\",\"note\":\"His uncle answered for him.\"}")
                .statusCode(200);

        // Then
        age(worker, child).body("history[0].note", is("His uncle answered for him."));
        age(lyon, child).body("history", hasSize(1)).body("history[0].note", nullValue());
        Api.as(Callers.of(AGENCY, "manager", "SUBJECT-ACCESS"), "SUBJECT-ACCESS")
                .get("/api/identity/v1/persons/" + record + "/subject-access")
                .then()
                .body(
                        "sections.find { it.title == 'What is known of this age' }.sentences",
                        hasItem(endsWith("doubt raised. Written then: His uncle answered for him.")));
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

    private Callable<Integer> moving(CyclicBarrier start, String child) {
        return () -> {
            start.await();
            return move(worker, child, 0, DOUBT).extract().statusCode();
        };
    }

    private String child() {
        return identity(worker, record(worker));
    }
}
