package eu.waymark.register.exclusion;

import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.exclusion.Askers.ask;
import static eu.waymark.register.exclusion.Askers.exclude;
import static eu.waymark.register.exclusion.Askers.worker;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read seldom obeys exclusions as well: retention, derogations, emergency access, and the desk to call. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ExcludedEverywhereTest {

    private static final String RETENTION = "/api/register/v1/retention";
    private static final String DEROGATIONS = "/api/register/v1/derogations";
    private static final String ACCESSES = "/api/register/v1/emergency-access";
    private static final String FLAGS = "/api/register/v1/travel-flags";
    private static final String OWN_DESK = "GB-KENT-DUTY";
    private static final String NATIONAL_DESK = "GB-NATIONAL";

    private final Tokens shutOut = worker("shut-out-" + UUID.randomUUID(), "supervisor");
    private UUID person = new UUID(0, 0);
    private String entry = "";

    @BeforeEach
    void aChildIsEntered() {
        Scene.directory();
        person = Scene.person("GB-KENT");
        entry = Askers.entered(Scene.sarah(), person);
        Scene.found(person, CERTAIN);
    }

    @Test
    void whoIsKeptFromAnEntryReadsNoRetentionOfIt() throws SQLException {
        // Given
        sql("insert into guarded.retention (entry_id, holder, rule, rule_from, due_on, warn_on, version) select '"
                + id()
                + "', 'GB-KENT', place, valid_from, current_date, current_date - 1, 0 from retention_rule limit 1");
        list(shutOut, RETENTION).body("items.entryId", hasItem(id()));

        // When
        exclude(entry, "person", shutOut.subject());

        // Then
        list(shutOut, RETENTION).body("items.entryId", not(hasItem(id())));
        Api.as(shutOut, "CP-PLAN").get(RETENTION + "/" + id()).then().statusCode(404);
        list(Askers.supervisor(), RETENTION).body("items.entryId", hasItem(id()));
    }

    @Test
    void whoIsKeptFromAnEntryReadsAndReviewsNoDerogationOfIt() throws SQLException {
        // Given
        var derogation = UUID.randomUUID().toString();
        sql("insert into guarded.derogation"
                + " (id, entry_id, agency, country, kind, reference, recorded_by, recorded_at, review_due_on, version)"
                + " values ('" + derogation + "', '" + id() + "', 'GB-KENT', 'MA', 'movement', '" + UUID.randomUUID()
                + "', 'sarah', now(), current_date, 0)");
        list(shutOut, DEROGATIONS).body("items.id", hasItem(derogation));

        // When
        exclude(entry, "person", shutOut.subject());

        // Then
        list(shutOut, DEROGATIONS).body("items.id", not(hasItem(derogation)));
        Api.as(shutOut, "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"outcome\":\"justified\"}")
                .post(DEROGATIONS + "/" + derogation + "/reviews")
                .then()
                .statusCode(404);
        list(Askers.supervisor(), DEROGATIONS).body("items.id", hasItem(derogation));
    }

    @Test
    void whoIsKeptFromAChildReviewsNoEmergencyAccessToIt() {
        // Given
        var opener = worker("opener-" + UUID.randomUUID(), "practitioner");
        var unconflicted = emergency(worker("unconflicted-" + UUID.randomUUID(), "supervisor"));
        var access = opened(emergency(opener));
        var conflicted = emergency(shutOut);
        accesses(conflicted).body("items.id", hasItem(access));

        // When
        exclude(entry, "person", shutOut.subject());

        // Then
        accesses(conflicted).body("items.id", not(hasItem(access)));
        Api.as(conflicted, "CP-EMERGENCY").get(ACCESSES + "/" + access).then().statusCode(404);
        review(conflicted, access).statusCode(404);
        accesses(unconflicted).body("items.id", hasItem(access));
        review(unconflicted, access).statusCode(200);
    }

    @Test
    void aDeskThatIsKeptFromAChildIsNamedToNobodyUntilThatLapses() throws SQLException {
        // Given
        flagged();
        var tom = emergency(Scene.tom());
        flag(tom).body("desk.code", equalTo(OWN_DESK));
        var told = disclosed();
        Api.as(Scene.tom(), ASSESS).get(told).then().body("content.contact.code", equalTo(OWN_DESK));

        // When
        var exclusion = exclude(entry, "desk", OWN_DESK);

        // Then
        flag(tom).body("desk.code", equalTo(NATIONAL_DESK));
        Api.as(Scene.tom(), ASSESS).get(told).then().body("content.contact.code", equalTo(NATIONAL_DESK));
        ask(Scene.tom()).then().body("matches[0].desk.code", equalTo(NATIONAL_DESK));

        // When: its last day was yesterday
        sql("update guarded.exclusion set set_at = now() - interval '2 days', valid_to = current_date - 1 where id = '"
                + exclusion + "'");

        // Then
        flag(tom).body("desk.code", equalTo(OWN_DESK));
        Api.as(Scene.tom(), ASSESS).get(told).then().body("content.contact.code", equalTo(OWN_DESK));
        ask(Scene.tom()).then().body("matches[0].desk.code", equalTo(OWN_DESK));
    }

    private String id() {
        return entry.substring(entry.lastIndexOf('/') + 1);
    }

    private void flagged() {
        Api.as(Scene.sarah(), "CP-PLAN")
                .body("""
                        {"entryId":"%s","ground":"abduction","decisionMaker":"Family Court","startsOn":"%s","endsOn":"%s"}""".formatted(id(), LocalDate.now(), LocalDate.now().plusMonths(6)))
                .post(FLAGS)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse flag(Tokens by) {
        return Api.as(by, "CP-EMERGENCY")
                .body("{\"handle\":\"" + handle(by, "CP-EMERGENCY") + "\"}")
                .post(FLAGS + "/checks")
                .then()
                .statusCode(200);
    }

    /** What Leeds was told of the child, as a path. */
    private static String disclosed() {
        var path = URI.create(Api.as(Scene.tom(), ASSESS)
                        .header("Legal-Basis", "national-law")
                        .body("{\"handle\":\"" + handle(Scene.tom(), ASSESS) + "\"}")
                        .post(Scene.DISCLOSURES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location"))
                .getPath();
        Api.as(Scene.sarah(), ASSESS)
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"accept\",\"necessity\":\"Leeds assesses the same child.\"}")
                .post(path + "/decisions")
                .then()
                .statusCode(200);
        return path;
    }

    private static String opened(Tokens by) {
        return Api.as(by, "CP-EMERGENCY")
                .body("{\"reason\":\"Found alone at night, injured.\",\"handle\":\"" + handle(by, "CP-EMERGENCY")
                        + "\"}")
                .post(ACCESSES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String handle(Tokens by, String purpose) {
        return Api.as(by, purpose)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("matches[0].handle");
    }

    private static Tokens emergency(Tokens who) {
        return who.purposes("CP-PLAN", ASSESS, "CP-EMERGENCY");
    }

    private static ValidatableResponse accesses(Tokens by) {
        return Api.as(by, "CP-EMERGENCY")
                .queryParam("limit", 200)
                .get(ACCESSES)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse review(Tokens by, String access) {
        return Api.as(by, "CP-EMERGENCY")
                .header("If-Match", "\"0\"")
                .body("{\"outcome\":\"justified\",\"reason\":\"Nobody else was to be asked then.\"}")
                .post(ACCESSES + "/" + access + "/reviews")
                .then();
    }

    private static ValidatableResponse list(Tokens by, String path) {
        return Askers.list(by, path).then().statusCode(200);
    }

    private static void sql(String statement) throws SQLException {
        try (var owner = Database.asOwner();
                var execute = owner.createStatement()) {
            execute.execute(statement);
        }
    }
}
