package eu.waymark.register.emergency;

import static eu.waymark.register.emergency.BrokenGlass.ACCESSES;
import static eu.waymark.register.emergency.BrokenGlass.EMERGENCY;
import static eu.waymark.register.emergency.BrokenGlass.HOSPITAL;
import static eu.waymark.register.emergency.BrokenGlass.REASON;
import static eu.waymark.register.emergency.BrokenGlass.central;
import static eu.waymark.register.emergency.BrokenGlass.checked;
import static eu.waymark.register.emergency.BrokenGlass.hospital;
import static eu.waymark.register.emergency.BrokenGlass.hospitalOf;
import static eu.waymark.register.emergency.BrokenGlass.opened;
import static eu.waymark.register.emergency.BrokenGlass.review;
import static eu.waymark.register.emergency.BrokenGlass.reviewer;
import static eu.waymark.register.emergency.BrokenGlass.sql;
import static eu.waymark.register.emergency.BrokenGlass.toReview;
import static eu.waymark.register.emergency.BrokenGlass.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S4.5: somebody else looks at a broken glass the next working day. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class EmergencyReviewsTest {

    @Inject
    WatchingReviews watching;

    private final Tokens doctor = hospital("doctor", "practitioner");
    private final Tokens chief = hospital("chief", "supervisor");
    private String handle = "";

    @BeforeEach
    void aHit() {
        BrokenGlass.directory();
        Scene.found(Scene.entered(), Scene.CERTAIN);
        handle = checked(doctor);
    }

    @Test
    void anotherPersonOfItsAgencyReviewsItOnceThoughTwoTryAtOnce() {
        // Given
        var self = hospital("self", "practitioner", "supervisor");
        var id = opened(self, checked(self));
        Api.as(self, EMERGENCY)
                .header("If-Match", "\"0\"")
                .body(review("justified"))
                .post(ACCESSES + "/" + id + "/reviews")
                .then()
                .statusCode(403);
        toReview(chief).body("items.id", hasItem(id)).body("items.reason", not(hasItem(REASON)));
        Api.as(chief, "CP-ASSESS")
                .get(Scene.NOTIFICATIONS + "?kind=emergency-review-due&limit=200")
                .then()
                .statusCode(200)
                .body("items.reference", hasItem(id));
        reviewer(chief, id)
                .body("reason", is(REASON))
                .body("reviewBy", is(HOSPITAL))
                .body("habit.ofPersonToday", is(1))
                .body("habit.ofPersonIn90Days", is(1))
                .body("habit.ofAgencyIn90Days", greaterThanOrEqualTo(1));
        review(chief, id, 7, "justified").statusCode(412);

        // When
        var statuses = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> review(chief, id, 0, "needs-follow-up").extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        // Then
        assertThat(statuses).containsExactly(200, 409, 409, 409);
        reviewer(chief, id).body("review.outcome", is("needs-follow-up")).body("review.reason", notNullValue());
        Api.as(chief, EMERGENCY)
                .queryParam("open", true)
                .queryParam("limit", 200)
                .get(ACCESSES)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        toReview(hospital("chief", "supervisor")).statusCode(200);
        toReview(central("GB-CA", "GB")).body("items.id", not(hasItem(id)));
    }

    @Test
    void whatOnePersonDoesAgainOnOneDayAnotherAgencyReviews() {
        // Given
        opened(doctor, handle);
        var again = opened(doctor, checked(doctor));

        // Then
        reviewer(central("FR-CA", "FR"), again)
                .body("reviewBy", is("FR-CA"))
                .body("habit.ofPersonToday", is(2))
                .body("habit.checksMeanwhile", is(0));
        Api.as(chief, EMERGENCY).get(ACCESSES + "/" + again).then().statusCode(404);
        review(chief, again, 0, "justified").statusCode(404);
        review(central("FR-CA", "FR"), again, 0, "not-justified").statusCode(200);
    }

    @Test
    void ofSeveralOpenedAtOnceOneIsTheFirstOfTheDay() {
        var eager = hospital("eager", "practitioner");
        var found = checked(eager);
        IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.runAsync(() -> opened(eager, found)))
                .toList()
                .forEach(CompletableFuture::join);
        toReview(chief).body("items.findAll { it.openerName == 'Name of " + eager.subject() + "' }.size()", is(1));
    }

    @Test
    void aReviewThatNobodyMakesGoesToTheCentralAuthorityOnceThoughReplicasWatchTogether() throws SQLException {
        // Given
        var id = opened(doctor, handle);
        var colleague = hospital("colleague", "practitioner");
        var inTime = opened(colleague, checked(colleague));
        sql("update guarded.emergency_access set review_due_until = opened_at + interval '1 millisecond' where id = '"
                + id + "'");

        // When
        IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.runAsync(watching::run))
                .toList()
                .forEach(CompletableFuture::join);
        watching.run();

        // Then
        var authority = central("FR-CA", "FR");
        assertThat(told(authority, id)).isEqualTo(1);
        assertThat(told(hospitalOf("FR-IGAS", "ingrid", "manager"), id)).isEqualTo(1);
        assertThat(told(authority, inTime)).isZero();
        reviewer(authority, id).body("overdue", is(true));
        review(authority, id, 1, "justified").statusCode(200);
    }
}
