package eu.waymark.referral.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.Lying;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is away: nothing that was theirs is lost, and nothing waits unseen. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class AbsenceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    TurningAbsences turning;

    private Lying there = new Lying("");
    private String anna = "";
    private String ben = "";
    private UUID item = new UUID(0, 0);

    @BeforeEach
    void annaHasWorkAndBenIsThere() {
        there = Lying.atNewAgency();
        anna = "anna-" + UUID.randomUUID();
        ben = "ben-" + UUID.randomUUID();
        item = there.due(Instant.now());
        there.as(ben).get(Lying.PATH).then().statusCode(200);
        there.as(anna)
                .header("If-Match", "\"0\"")
                .post(Lying.PATH + "/" + item + "/assignments")
                .then()
                .statusCode(200);
    }

    @Test
    void withoutADeputyTheWorkLiesOnTheDeskUntilTheAbsenceEnds() {
        // When
        var absence =
                enter(TODAY, TODAY.plusDays(3), null).then().statusCode(201).body("state", equalTo("running"));

        // Then
        there.as(ben).get(Lying.PATH + "?unassigned=true").then().body("items.id", contains(item.toString()));
        read().body("heldBy", nullValue()).body("assignedTo", equalTo(anna));
        there.as(anna)
                .header("If-Match", absence.extract().header("ETag"))
                .post(absence.extract().header("Location").replaceFirst("^https?://[^/]+", "") + "/ends")
                .then()
                .statusCode(200);
        read().body("heldBy", equalTo(anna));
    }

    @Test
    void theDeputyDoesTheWorkAndItComesBackOnItsDay() {
        // Given
        enter(TODAY, TODAY, ben).then().statusCode(201);
        there.as(ben).get(Lying.PATH + "?mine=true").then().body("items.id", contains(item.toString()));
        read().body("heldBy", equalTo(ben)).body("assignedTo", equalTo(anna));

        // When
        Lying.run("update absence set begins_at = now() - interval '2 days', ends_at = now() where worker = '%s'"
                .formatted(anna));
        turning.run();

        // Then
        read().body("heldBy", equalTo(anna));
        there.as(ben).get(Lying.PATH + "?mine=true").then().body("items", hasSize(0));
    }

    @Test
    void aPlannedAbsenceBeginsByItselfOnce() {
        // Given
        enter(TODAY.plusDays(5), TODAY.plusDays(6), ben).then().statusCode(201).body("state", equalTo("planned"));
        read().body("heldBy", equalTo(anna));

        // When
        Lying.run("update absence set begins_at = now() where worker = '%s'".formatted(anna));
        turning.run();
        turning.run();

        // Then
        read().body("heldBy", equalTo(ben)).body("version", equalTo(2));
    }

    @Test
    void whereTheDeputyIsAwayTooTheWorkLiesOnTheDesk() {
        // Given
        enter(TODAY, TODAY.plusDays(3), ben).then().statusCode(201);

        // When
        there.as(ben)
                .body("{\"firstDay\": \"%s\", \"lastDay\": \"%s\"}".formatted(TODAY, TODAY))
                .post(Lying.PATH + "/absences")
                .then()
                .statusCode(201);

        // Then
        read().body("heldBy", nullValue()).body("assignedTo", equalTo(anna));
    }

    @Test
    void whatAColleagueTookMeanwhileStaysWithTheColleague() {
        // Given
        enter(TODAY, TODAY, null).then().statusCode(201);
        there.as(ben)
                .header("If-Match", "\"2\"")
                .post(Lying.PATH + "/" + item + "/assignments")
                .then()
                .statusCode(200);

        // When
        Lying.run("update absence set begins_at = now() - interval '2 days', ends_at = now() where worker = '%s'"
                .formatted(anna));
        turning.run();

        // Then
        read().body("heldBy", equalTo(ben)).body("assignedTo", equalTo(ben));
    }

    @Test
    void nobodyIsGivenWorkWhoIsAwayWithoutADeputy() {
        // Given
        enter(TODAY, TODAY.plusDays(1), null).then().statusCode(201);

        // When, Then
        there.asManager()
                .header("If-Match", "\"2\"")
                .body("{\"worker\": \"%s\"}".formatted(anna))
                .post(Lying.PATH + "/" + item + "/assignments")
                .then()
                .statusCode(409)
                .body("code", equalTo("worker-absent"));
    }

    @Test
    void anAbsenceIsOnesOwnOrEnteredByAManagerAndNamesAColleagueWhoIsKnown() {
        there.as(ben)
                .body("{\"worker\": \"%s\", \"firstDay\": \"%s\", \"lastDay\": \"%s\"}".formatted(anna, TODAY, TODAY))
                .post(Lying.PATH + "/absences")
                .then()
                .statusCode(403)
                .body("code", equalTo("manager-needed"));
        enter(TODAY, TODAY, "nobody").then().statusCode(422).body("errors.field", hasItem("deputy"));
        enter(TODAY, TODAY.minusDays(1), null).then().statusCode(422);
        enter(TODAY.minusDays(9), TODAY.minusDays(8), null)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("lastDay"));
    }

    @Test
    void nobodyIsAwayTwiceOnADay() {
        // Given
        enter(TODAY.plusDays(2), TODAY.plusDays(4), null).then().statusCode(201);

        // When, Then
        enter(TODAY.plusDays(4), TODAY.plusDays(9), null).then().statusCode(409).body("code", equalTo("conflict"));
        there.as(ben).get(Lying.PATH + "/absences").then().body("items.worker", contains(anna));
    }

    @Test
    void whatALeavingColleagueHadLiesOnTheDesk() {
        // When
        there.as(ben)
                .post(Lying.PATH + "/workers/" + anna + "/departures")
                .then()
                .statusCode(403);
        there.asManager()
                .post(Lying.PATH + "/workers/" + anna + "/departures")
                .then()
                .statusCode(200)
                .body("returned", equalTo(1));

        // Then
        read().body("heldBy", nullValue()).body("assignedTo", nullValue());
        assertThat(there.as(ben).get(Lying.PATH + "/workers").<List<String>>path("items.subject"))
                .contains(ben)
                .doesNotContain(anna);
    }

    @Test
    void whoWorksForAnotherAgencyNowLeavesTheWorkBehind() {
        // When
        Lying.atNewAgency().as(anna).get(Lying.PATH).then().statusCode(200);

        // Then
        read().body("heldBy", nullValue()).body("assignedTo", nullValue());
    }

    private Response enter(LocalDate first, LocalDate last, @Nullable String deputy) {
        var standIn = deputy == null ? "" : ", \"deputy\": \"" + deputy + "\"";
        return there.as(anna)
                .body("{\"firstDay\": \"%s\", \"lastDay\": \"%s\"%s}".formatted(first, last, standIn))
                .post(Lying.PATH + "/absences");
    }

    private ValidatableResponse read() {
        return there.as(ben).get(Lying.PATH + "/" + item).then().statusCode(200);
    }
}
