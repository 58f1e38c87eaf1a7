package eu.waymark.register.reminder;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static eu.waymark.register.Scene.NOTIFICATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holders are told, once, of reviews and of majority; which takes a child out of the checks and ends nothing. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class RemindingReviewsTest {

    @Inject
    RemindingReviews reminding;

    private final UUID child = Scene.person("NL-ROT-JB");

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @ParameterizedTest
    @CsvSource({"13, review-overdue", "12, review-due-soon", "1, ''"})
    void aHolderIsTold(int monthsAgo, String kind) {
        // Given
        var entry = entered(LocalDate.now().minusMonths(monthsAgo).plusDays(3));

        // When
        reminding.run();
        reminding.run();

        // Then
        assertThat(told(entry)).isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @Test
    void atVerifiedMajorityAChildLeavesTheChecksAndTheClosingReviewIsDue() {
        // Given
        var entry = entered(LocalDate.now());
        assertThat(asked()).isEqualTo("hit");

        // When
        tell("documented", false);
        reminding.run();
        reminding.run();

        // Then
        assertThat(asked()).isEqualTo("no-hit");
        assertThat(told(entry)).isEqualTo(List.of("majority-reached"));
        Api.as(joost(), "CP-PLAN")
                .get(ENTRIES + "/" + entry)
                .then()
                .body("status", equalTo("active"))
                .body("reviewDueOn", equalTo(LocalDate.now().plusDays(28).toString()));
        Api.as(joost(), "CP-PLAN")
                .header("If-Match", "\"1\"")
                .body("{\"decision\":\"end\",\"reason\":\"majority\",\"decidedOn\":\"" + LocalDate.now() + "\"}")
                .post(ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"documented, true", "assessed-adult-final, false", "disputed, true"})
    void nothingElseIsMajority(String state, boolean treatedAsChild) {
        var entry = entered(LocalDate.now());
        tell(state, treatedAsChild);
        reminding.run();
        assertThat(asked()).isEqualTo("hit");
        assertThat(told(entry)).isEmpty();
    }

    @Test
    void whoIsDisputedAgainIsBackInTheChecks() {
        entered(LocalDate.now());
        tell("documented", false);
        assertThat(asked()).isEqualTo("no-hit");
        tell("disputed", true);
        assertThat(asked()).isEqualTo("hit");
    }

    private String entered(LocalDate startedOn) {
        return Api.as(joost(), "CP-PLAN")
                .body("""
                        {"personRecordId":"%s","measure":"NL-OTS","harms":["neglect"],"risk":"high","startedOn":"%s",
                         "summary":"Seen weekly."}""".formatted(child, startedOn))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String asked() {
        Scene.found(child, CERTAIN);
        return Api.as(Scene.claire("claire-" + UUID.randomUUID()), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .extract()
                .path("result");
    }

    /** Of which kinds the holder was told about an entry, but for looks. */
    private static List<String> told(String entry) {
        return Api.as(joost(), "CP-PLAN")
                .queryParam("limit", 200)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.reference == '" + entry + "' && it.kind != 'look-confirmed' }.kind");
    }

    private void tell(String state, boolean treatedAsChild) {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.service("identity-service"))
                .contentType("application/json")
                .body("""
                        [{"specversion":"1.0","id":"%s","source":"identity-service","type":"age-status.changed","subject":"%s",
                          "time":"2026-11-22T12:00:00Z","data":{"recordId":"%s","state":"%s","treatedAsChild":%s}}]""".formatted(UUID.randomUUID(), child, child, state, treatedAsChild))
                .post("/internal/v1/events")
                .then()
                .statusCode(204);
    }

    private static Tokens joost() {
        return Tokens.practitioner("NL-ROT-JB", "NL");
    }
}
