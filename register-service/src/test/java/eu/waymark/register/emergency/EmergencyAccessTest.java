package eu.waymark.register.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.persistence.audit.AuditLag;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S4.5: a duty doctor breaks the glass at night; somebody else looks at it the next working day. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class EmergencyAccessTest {

    private static final String EMERGENCY = "CP-EMERGENCY";
    private static final String ACCESSES = "/api/register/v1/emergency-access";
    private static final String HOSPITAL = "FR-75-SAMU";
    private static final String REASON = "Found alone at the station at night, injured.";

    @Inject
    WatchingReviews watching;

    @Inject
    AuditLag lag;

    @Inject
    Clock clock;

    private final Tokens doctor = hospital("doctor", "practitioner");
    private final Tokens chief = hospital("chief", "supervisor");
    private UUID child = new UUID(0, 0);
    private String handle = "";

    @BeforeEach
    void aHit() {
        Scene.directory();
        agency(HOSPITAL, "health");
        agency("FR-CA", "central-authority");
        agency("FR-IGAS", "inspectorate");
        child = Scene.entered();
        Scene.found(child, Scene.CERTAIN);
        handle = Api.as(doctor, EMERGENCY)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("matches[0].handle");
    }

    @Test
    void theSummaryIsReadAtOnceAndHolderAndCentralAuthorityAreTold() throws SQLException {
        // When
        var id = opened(doctor, handle);

        // Then
        summary(doctor, id)
                .statusCode(200)
                .body("summary", is("Core group meets monthly at the school."))
                .body("risk", is("high"))
                .body("country", is("GB"))
                .body("holder", nullValue());
        assertThat(told(Scene.sarah(), id)).isEqualTo(1);
        assertThat(told(central("GB-CA", "GB"), id)).isEqualTo(1);
        assertThat(told(Scene.tom(), id)).isZero();
        assertThat(Scene.events(doctor.subject()))
                .contains("register.emergency.opened", "register.emergency.summary.read", Scene.tag(child))
                .doesNotContain(REASON);
        Api.as(Scene.sarah(), "CP-ASSESS")
                .get(ACCESSES + "/" + id)
                .then()
                .statusCode(200)
                .body("reason", is(REASON))
                .body("readings", is(1))
                .body("habit", nullValue());
    }

    @Test
    void nobodyElseReadsByItAndNobodyWithoutTheEmergencysPurposeOpensOne() {
        var id = opened(doctor, handle);
        summary(hospital("colleague", "practitioner"), id).statusCode(404);
        summary(Scene.sarah(), id).statusCode(404);
        Api.as(doctor, "CP-ASSESS").get(ACCESSES + "/" + id + "/summary").then().statusCode(403);
        Api.as(doctor, "CP-ASSESS").body(access(handle)).post(ACCESSES).then().statusCode(403);
        Api.as(hospital("manager", "manager"), EMERGENCY)
                .body(access(handle))
                .post(ACCESSES)
                .then()
                .statusCode(403);
        Api.as(doctor, EMERGENCY)
                .body("{\"reason\":\"\",\"handle\":\"" + handle + "\"}")
                .post(ACCESSES)
                .then()
                .statusCode(422);
        Api.as(Scene.tom(), "CP-ASSESS").get(ACCESSES + "/" + id).then().statusCode(404);
    }

    @Test
    void itCoversOneChildWhichMayBeNamedLater() {
        // Given
        var id = Api.as(doctor, EMERGENCY)
                .body("{\"reason\":\"" + REASON + "\"}")
                .post(ACCESSES)
                .then()
                .statusCode(201)
                .body("coversChild", is(false))
                .extract()
                .<String>path("id");
        summary(doctor, id).statusCode(409);

        // When
        name(id, handle).statusCode(200).body("coversChild", is(true));

        // Then
        summary(doctor, id).statusCode(200);
        name(id, handle).statusCode(409).body("code", is("illegal-transition"));
        name(UUID.randomUUID().toString(), handle).statusCode(404);
        name(opened(doctor, handle), UUID.randomUUID().toString()).statusCode(409);
    }

    @Test
    void afterHalfAnHourItIsGone() throws SQLException {
        var id = opened(doctor, handle);
        summary(doctor, id).statusCode(200);
        sql("alter table guarded.emergency_access disable trigger keep_emergency_access;"
                + "update guarded.emergency_access set opened_at = opened_at - interval '31 minutes',"
                + " expires_at = expires_at - interval '31 minutes', bound_at = bound_at - interval '31 minutes' where id = '"
                + id + "';alter table guarded.emergency_access enable trigger keep_emergency_access");
        summary(doctor, id).statusCode(410).body("code", is("emergency-expired"));
        name(id, handle).statusCode(410);
    }

    @Test
    void itGoesOnWhileTheAuditLogIsFarBehind() {
        lag.measured(clock.instant().minus(Duration.ofDays(365)), false);
        try {
            summary(doctor, opened(doctor, handle)).statusCode(200);
            Api.as(chief, EMERGENCY).get(ACCESSES).then().statusCode(503);
        } finally {
            lag.measured(null, false);
        }
    }

    @Test
    void whoIsExcludedGetsWhatAnUnknownHandleGets() {
        // Given
        var known = opened(doctor, handle);
        var supervisor = Tokens.person("supervisor-excludes")
                .agency("GB-KENT")
                .country("GB")
                .roles("supervisor")
                .purposes("CP-PLAN");
        String entry = Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("limit", 1)
                .get(Scene.ENTRIES)
                .then()
                .extract()
                .path("items[0].id");
        Api.as(supervisor, "CP-PLAN")
                .body("{\"kind\":\"person\",\"party\":\"" + doctor.subject() + "\",\"reason\":\"relative\"}")
                .post(Scene.ENTRIES + "/" + entry + "/exclusions")
                .then()
                .statusCode(201);

        // When
        var excluded = open(doctor, access(handle));
        var unknown = open(doctor, access(UUID.randomUUID().toString()));

        // Then
        assertThat(excluded.extract().statusCode()).isEqualTo(404);
        assertThat(withoutIds(excluded)).isEqualTo(withoutIds(unknown));
        summary(doctor, known).statusCode(404);
        var colleague = hospital("colleague", "practitioner");
        summary(colleague, opened(colleague, checked(colleague))).statusCode(200);
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

    private static String review(String outcome) {
        return "{\"outcome\":\"" + outcome + "\",\"reason\":\"Nobody else was to be asked then.\"}";
    }

    private static ValidatableResponse review(Tokens by, String id, int version, String outcome) {
        return Api.as(by, EMERGENCY)
                .header("If-Match", "\"" + version + "\"")
                .body(review(outcome))
                .post(ACCESSES + "/" + id + "/reviews")
                .then();
    }

    private static ValidatableResponse reviewer(Tokens by, String id) {
        return Api.as(by, EMERGENCY).get(ACCESSES + "/" + id).then().statusCode(200);
    }

    private static ValidatableResponse toReview(Tokens by) {
        return Api.as(by, EMERGENCY)
                .queryParam("limit", 200)
                .get(ACCESSES)
                .then()
                .statusCode(200);
    }

    /** A handle of somebody else's check for the same child. */
    private static String checked(Tokens by) {
        return Api.as(by, EMERGENCY)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("matches[0].handle");
    }

    private static String access(String handle) {
        return "{\"reason\":\"" + REASON + "\",\"handle\":\"" + handle + "\"}";
    }

    private static ValidatableResponse open(Tokens by, String body) {
        return Api.as(by, EMERGENCY).body(body).post(ACCESSES).then();
    }

    private static String opened(Tokens by, String handle) {
        return open(by, access(handle)).statusCode(201).extract().path("id");
    }

    private ValidatableResponse name(String id, String handle) {
        return Api.as(doctor, EMERGENCY)
                .body("{\"handle\":\"" + handle + "\"}")
                .post(ACCESSES + "/" + id + "/child")
                .then();
    }

    private static ValidatableResponse summary(Tokens by, String id) {
        return Api.as(by, EMERGENCY).get(ACCESSES + "/" + id + "/summary").then();
    }

    private static String withoutIds(ValidatableResponse answer) {
        return answer.extract().asString().replaceAll("[0-9a-f-]{36}", "");
    }

    private static int told(Tokens by, String id) {
        return Api.as(by, "CP-ASSESS")
                .queryParam("limit", 200)
                .get(Scene.NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.findAll { it.reference == '" + id + "' }.size()");
    }

    private static Tokens hospital(String name, String... roles) {
        return hospitalOf(HOSPITAL, name, roles);
    }

    private static Tokens hospitalOf(String agency, String name, String... roles) {
        return Tokens.person(name + "-" + UUID.randomUUID())
                .agency(agency)
                .country("FR")
                .agencyType(agency.equals(HOSPITAL) ? "health" : "inspectorate")
                .roles(roles)
                .purposes(EMERGENCY, "CP-ASSESS");
    }

    private static Tokens central(String agency, String country) {
        return Tokens.person("authority-" + agency)
                .agency(agency)
                .country(country)
                .agencyType("central-authority")
                .roles("central-authority")
                .purposes(EMERGENCY, "CP-ASSESS");
    }

    private static void agency(String code, String type) {
        Scene.changed("agencies/" + code, "{\"name\":\"" + code + "\",\"country\":\"FR\",\"type\":\"" + type + "\"}");
    }

    private static void sql(String statement) throws SQLException {
        try (var owner = Database.asOwner();
                var execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }
}
