package eu.waymark.referral.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.referral.AuditTrail;
import eu.waymark.referral.Identity;
import eu.waymark.referral.Lying;
import eu.waymark.referral.Workers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
@WithTestResource(IdentityStub.class)
class ReadingWorklistTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void nobodyReadsAWorklistWithoutATokenOrWithARoleThatReadsNoChildData() {
        Api.anonymous().get(Lying.PATH).then().statusCode(401);
        var there = Lying.atNewAgency();
        there.as(there.worker("registrar").roles("registrar", "compliance", "operator"))
                .get(Lying.PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void anAgencyThatEnforcesImmigrationHasNoWorklist() {
        var there = Lying.atNewAgency();

        there.as(there.worker("enforcer").agencyType("immigration-enforcement"))
                .get(Lying.PATH)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void whatIsDueFirstStandsFirstAndWhatNeverFallsDueLast() {
        // Given
        var there = Lying.atNewAgency();
        var never = there.due(null);
        var later = there.due(NOW.plus(Duration.ofDays(5)));
        var overdue = there.due(NOW.minus(Duration.ofDays(1)));

        // When
        var answer = there.as("reader").get(Lying.PATH);

        // Then
        answer.then()
                .statusCode(200)
                .body("items.id", contains(overdue.toString(), later.toString(), never.toString()))
                .body("items.overdue", contains(true, false, false))
                .body("items[0].percentGone", equalTo(100))
                .body("items[1].percentGone", equalTo(50))
                .body("items[0].awaitedBy", equalTo(Workers.LEEDS))
                .body("items[0].rule", equalTo("OURS-DEC/1"));
        assertThat(answer.<String>path("items[0].link"))
                .isEqualTo("/api/referral/v1/referrals/" + answer.<String>path("items[0].reference"));
    }

    @Test
    void aListNamesItsChildrenOnTheTrailAndNowhereElse() {
        // Given
        var there = Lying.atNewAgency();
        var child = UUID.randomUUID();
        there.due(NOW.plusSeconds(60), Lying.KIND, null, child);

        // When
        var answer = there.as("reader").get(Lying.PATH);

        // Then
        var event = AuditTrail.of(answer.header("Request-Id"));
        assertThat(event.path("type").asText()).isEqualTo("referral.worklist.read");
        assertThat(event.path("subjects").path(0).asText()).isEqualTo(Identity.tag(child));
        assertThat(event.path("returned").asInt()).isEqualTo(1);
        assertThat(answer.asString()).doesNotContain(child.toString());
    }

    @Test
    void workOfAnotherAgencyIsNotThere() {
        // Given
        var there = Lying.atNewAgency();
        var item = there.due(NOW);

        // When
        var stranger = Lying.atNewAgency().as("stranger");

        // Then
        stranger.get(Lying.PATH).then().body("items", hasSize(0));
        Lying.atNewAgency().as("stranger").get(Lying.PATH + "/" + item).then().statusCode(404);
        there.as("reader").get(Lying.PATH + "/" + item).then().statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void pagesFollowEachOtherWithoutLossWhereManyAreDueAtOnce() {
        // Given
        var there = Lying.atNewAgency();
        var all = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            all.add(there.due(NOW).toString());
        }

        // When
        var read = new ArrayList<String>();
        String cursor = null;
        do {
            var request = there.as("reader").queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(Lying.PATH);
            read.addAll(page.<ArrayList<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        // Then
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void filtersNarrowEachOther() {
        // Given
        var there = Lying.atNewAgency();
        var desk = there.agency().substring(0, 10) + "-D";
        var onDesk = there.due(NOW.minusSeconds(60), Lying.KIND, desk).toString();
        var elsewhere = there.due(NOW.minusSeconds(30)).toString();
        var later = there.due(NOW.plus(Duration.ofDays(3)), Lying.KIND, desk).toString();
        there.as("taker")
                .header("If-Match", "\"0\"")
                .post(Lying.PATH + "/" + later + "/assignments")
                .then()
                .statusCode(200);

        // When, Then
        there.as("reader").get(Lying.PATH + "?overdue=true").then().body("items.id", contains(onDesk, elsewhere));
        there.as("reader").get(Lying.PATH + "?overdue=true&desk=" + desk).then().body("items.id", contains(onDesk));
        there.as(there.worker("reader").desk(desk))
                .get(Lying.PATH + "?desk=own")
                .then()
                .body("items.id", contains(onDesk, later));
        there.as("reader").get(Lying.PATH + "?unassigned=true").then().body("items.id", contains(onDesk, elsewhere));
        there.as("taker").get(Lying.PATH + "?mine=true").then().body("items.id", contains(later));
        there.as("reader").get(Lying.PATH + "?mine=true").then().body("items", hasSize(0));
        there.as("reader")
                .get(Lying.PATH + "?kind=referral-decision&dueBefore=" + NOW)
                .then()
                .body("items.id", contains(onDesk, elsewhere));
    }

    @Test
    void aFilterThatIsNotUnderstoodIsNamedAndShowsNoEmptyDesk() {
        var there = Lying.atNewAgency();

        there.as("reader")
                .get(Lying.PATH + "?kind=no-such-work")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("kind"));
        there.as("reader")
                .get(Lying.PATH + "?dueBefore=tomorrow")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("dueBefore"));
        there.as("reader").get(Lying.PATH + "?desk=own").then().statusCode(400).body("errors.field", hasItem("desk"));
    }

    @Test
    void whatAChildSaysOfItsWorkerIsInTheListsAndCountsOfSupervisorsAlone() {
        // Given
        var there = Lying.atNewAgency();
        var item = there.due(NOW, "feedback", null).toString();

        // When, Then
        there.as("worker").get(Lying.PATH).then().body("items", hasSize(0));
        there.as("worker").get(Lying.PATH + "/" + item).then().statusCode(404);
        there.as("worker").get(Lying.PATH + "/counts").then().body("all.open", equalTo(0));
        var supervisor = there.worker("supervisor").roles("supervisor");
        there.as(supervisor).get(Lying.PATH).then().body("items.id", contains(item));
        there.as(supervisor).get(Lying.PATH + "/counts").then().body("all.open", equalTo(1));
    }
}
