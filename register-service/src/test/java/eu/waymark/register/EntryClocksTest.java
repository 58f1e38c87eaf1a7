package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When measures are reviewed, found after their end, begin before birth and may end. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class EntryClocksTest {

    private static final LocalDate TODAY = LocalDate.now();

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @ParameterizedTest
    @CsvSource({"GB-ENG-CPP, 3, 6", "FR-AEMO, 12, 12", "SE-LVU2, 6, 6", "PL-PIECZA, 3, 6"})
    void eachCountryReviewsByItsOwnClock(String measure, int first, int later) {
        // Given
        var startedOn = TODAY.minusDays(20);
        var entry = opened(measure, startedOn);
        assertThat(entry.getString("reviewDueOn"))
                .isEqualTo(startedOn.plusMonths(first).toString());

        // When
        var reviewed = review(entry.getString("id"), 0, "continue", "risk-continues");

        // Then
        reviewed.statusCode(200)
                .body("reviewDueOn", equalTo(TODAY.plusMonths(later).toString()));
    }

    @Test
    void aChildIsEnteredBeforeBirthAndReviewedSoonAfterIt() {
        // Given
        tryToOpen("GB-ENG-CPP-UNBORN", TODAY, "").statusCode(422);
        tryToOpen("GB-ENG-CPP", TODAY, expected(TODAY.plusMonths(2))).statusCode(422);
        tryToOpen("GB-ENG-CPP-UNBORN", TODAY, expected(TODAY.plusYears(3))).statusCode(422);
        var entry = tryToOpen("GB-ENG-CPP-UNBORN", TODAY.minusDays(10), expected(TODAY.plusDays(5)))
                .statusCode(201)
                .body("measure.commonClass", equalTo("unborn-plan"))
                .body("reviewDueOn", equalTo(TODAY.minusDays(10).plusMonths(3).toString()))
                .extract()
                .<String>path("id");

        // When
        var birth = "{\"bornOn\":\"" + TODAY + "\",\"measure\":\"GB-ENG-CPP\"}";
        born(entry, 0, birth.replace("GB-ENG-CPP", "FR-AEMO")).statusCode(422);
        born(entry, 7, birth).statusCode(412);
        born(entry, 0, "{\"bornOn\":\"" + TODAY.minusYears(1) + "\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("bornOn"));
        var recorded = born(entry, 0, birth).statusCode(200).extract().jsonPath();

        // Then
        assertThat(recorded.getString("bornOn")).isEqualTo(TODAY.toString());
        assertThat(recorded.getString("measure.code")).isEqualTo("GB-ENG-CPP");
        assertThat(LocalDate.parse(recorded.getString("reviewDueOn")))
                .isBetween(TODAY.plusDays(12), TODAY.plusDays(20));
        born(entry, 1, birth).statusCode(409);
    }

    @Test
    void aBirthNeverPutsAReviewOff() {
        var entry = tryToOpen("GB-ENG-CPP-UNBORN", TODAY.minusMonths(3).plusDays(2), expected(TODAY))
                .statusCode(201)
                .extract()
                .jsonPath();
        born(entry.getString("id"), 0, "{\"bornOn\":\"" + TODAY + "\"}")
                .statusCode(200)
                .body("reviewDueOn", equalTo(entry.getString("reviewDueOn")));
    }

    @Test
    void overdueReviewsAreListedTheMostUrgentFirstAndThoseDueSoonApart() {
        // Given
        var late = opened("NL-OTS", TODAY.minusMonths(14)).getString("id");
        var later = opened("NL-OTS", TODAY.minusMonths(20)).getString("id");
        var soon = opened("NL-OTS", TODAY.minusMonths(12).plusDays(10)).getString("id");
        var far = opened("NL-OTS", TODAY.minusMonths(1)).getString("id");

        // When
        var overdue = pages("overdue");
        var dueSoon = pages("due-soon");

        // Then
        assertThat(overdue).containsSubsequence(later, late).doesNotContain(soon, far);
        assertThat(dueSoon).contains(soon).doesNotContain(late, later, far);
        Api.as(joost(), "CP-PLAN")
                .queryParam("review", "whenever")
                .get(ENTRIES)
                .then()
                .statusCode(422);
    }

    private static List<String> pages(String review) {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request =
                    Api.as(joost(), "CP-PLAN").queryParam("review", review).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(ENTRIES)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "child-moved, a notice of the move",
        "age-decision, closing review",
        "immigration-decision, child's risk",
        "majority, verified with its issuer"
    })
    void whatEndsNoProtectionSaysWhatToDoInstead(String reason, String instead) {
        var entry = opened("NL-OTS", TODAY).getString("id");
        review(entry, 0, "end", reason)
                .statusCode(422)
                .body("code", equalTo("ends-no-protection"))
                .body("detail", containsString(instead));
        review(entry, 0, "end", "risk-continues").statusCode(422);
        review(entry, 0, "end", "court-order").statusCode(200);
    }

    @Test
    void aWrongChildIsFoundForFourWeeksMoreWhateverDayOfItsEndIsGiven() throws SQLException {
        // Given
        var child = Scene.person("NL-ROT-JB");
        var entry = tryToOpen(child, "NL-OTS", TODAY, "").extract().<String>path("id");
        Scene.found(child, CERTAIN);
        asked().body("result", equalTo("hit"));

        // When
        review(entry, 0, "end", "wrong-child").statusCode(200);

        // Then
        Passing.sinceTheEndOf(entry, 27);
        asked().body("result", equalTo("hit"));
        Passing.sinceTheEndOf(entry, 29);
        asked().body("result", equalTo("no-hit"));
    }

    @Test
    void howLongAnEndedMeasureIsFoundIsDataOfItsCountry() throws SQLException {
        // Given
        rule("PT", "2000-01-01", "'2020-01-01'");
        rule("PT", "2020-01-01", "null");
        var short1 = Scene.person("NL-ROT-JB");
        ended(short1, "PT-APOIO", 40);
        var long12 = Scene.person("NL-ROT-JB");
        ended(long12, "ES-GUARDA", 40);

        // When
        Scene.found(short1, CERTAIN);
        var inPortugal = asked();
        Scene.found(long12, CERTAIN);
        var inSpain = asked();

        // Then
        inPortugal.body("result", equalTo("no-hit"));
        inSpain.body("result", equalTo("hit"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> rule("PT", "2021-01-01", "null"))
                .hasMessageContaining("exclusion constraint");
    }

    @Test
    void kindsOfHarmAreThoseOfTheDirectory() {
        tryToOpen("NL-OTS", TODAY, "", "self-harm", "domestic-violence", "radicalisation")
                .statusCode(201);
        tryToOpen("NL-OTS", TODAY, "", "sadness").statusCode(422).body("code", equalTo("unknown-code"));
    }

    private static void rule(String place, String from, String to) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("insert into place_rule values ('" + place
                    + "', 1, 'OURS-REV1', 'OURS-REVN', 'OURS-REV1', 'OURS-PREB', '" + from + "', " + to + ")");
        }
    }

    private static void ended(UUID child, String measure, int daysAgo) throws SQLException {
        var entry = tryToOpen(child, measure, TODAY.minusMonths(4), "")
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.as(joost(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\"" + TODAY.minusDays(daysAgo)
                        + "\"}")
                .post(ENTRIES + "/" + entry + "/reviews")
                .then()
                .statusCode(200);
        Passing.sinceTheEndOf(entry, daysAgo);
    }

    private static ValidatableResponse asked() {
        return Api.as(Scene.claire("claire-" + UUID.randomUUID()), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse review(String entry, int version, String decision, String reason) {
        return Api.as(joost(), "CP-PLAN")
                .header("If-Match", "\"" + version + "\"")
                .body("{\"decision\":\"%s\",\"reason\":\"%s\",\"decidedOn\":\"%s\"}".formatted(decision, reason, TODAY))
                .post(ENTRIES + "/" + entry + "/reviews")
                .then();
    }

    private static ValidatableResponse born(String entry, int version, String birth) {
        return Api.as(joost(), "CP-PLAN")
                .header("If-Match", "\"" + version + "\"")
                .body(birth)
                .put(ENTRIES + "/" + entry + "/birth")
                .then();
    }

    private static JsonPath opened(String measure, LocalDate startedOn) {
        return tryToOpen(measure, startedOn, "").statusCode(201).extract().jsonPath();
    }

    private static ValidatableResponse tryToOpen(String measure, LocalDate startedOn, String more, String... harms) {
        return tryToOpen(Scene.person("NL-ROT-JB"), measure, startedOn, more, harms);
    }

    private static ValidatableResponse tryToOpen(
            UUID child, String measure, LocalDate startedOn, String more, String... harms) {
        var kinds = harms.length == 0 ? "neglect" : String.join("\",\"", harms);
        return Api.as(joost(), "CP-PLAN")
                .body("""
                        {"personRecordId":"%s","measure":"%s","harms":["%s"],"risk":"high","startedOn":"%s"%s,
                         "summary":"Seen weekly."}""".formatted(child, measure, kinds, startedOn, more))
                .post(ENTRIES)
                .then();
    }

    private static String expected(LocalDate on) {
        return ",\"expectedOn\":\"" + on + "\"";
    }

    private static Tokens joost() {
        return Tokens.practitioner("NL-ROT-JB", "NL");
    }
}
