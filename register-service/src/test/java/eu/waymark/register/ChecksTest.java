package eu.waymark.register;

import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check answers, and to whom. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ChecksTest {

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void nobody_and_those_without_a_right_get_no_answer() {
        Api.anonymous().body(ANNA).post(CHECKS).then().statusCode(401);
        Api.as(Scene.claire("no-purpose"))
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-required"));
        Api.as(
                        Tokens.person("ivan")
                                .agency("GB-IE")
                                .country("GB")
                                .agencyType("immigration-enforcement")
                                .roles("practitioner")
                                .purposes("IMMIGRATION-ENFORCEMENT"),
                        "IMMIGRATION-ENFORCEMENT")
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(403)
                .body("code", equalTo("purpose-forbidden"));
        Api.as(Tokens.practitioner("GB-IE", "GB").agencyType("immigration-enforcement"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        Api.as(Tokens.person("olga").roles("operator").purposes(ASSESS), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(403);
    }

    @Test
    void a_hit_names_the_national_desk_and_how_the_data_agree_and_nothing_more() {
        Scene.found(Scene.entered(), CERTAIN);
        Api.as(Scene.claire("claire"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("result", equalTo("hit"))
                .body("matches[0].country", equalTo("GB"))
                .body("matches[0].desk.code", equalTo("GB-NATIONAL"))
                .body("matches[0].agreement.name", equalTo("partly"))
                .body(not(containsString("KENT")))
                .body(not(containsString("neglect")))
                .body(not(containsString("child protection plan")));
    }

    @Test
    void within_one_country_the_councils_own_desk_is_named() {
        Scene.found(Scene.entered(), CERTAIN);
        Api.as(Scene.tom(), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("matches[0].desk.code", equalTo("GB-KENT-DUTY"));
    }

    @Test
    void no_hit_names_the_countries_covered_and_says_that_absence_is_not_safety() {
        Scene.foundNobody();
        Api.as(Scene.claire("claire"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("result", equalTo("no-hit"))
                .body("matches.size()", equalTo(0))
                .body("coverage.countries", equalTo(java.util.List.of("FR", "GB", "NL")))
                .body("advice", containsString("no proof of safety"));
    }

    @Test
    void a_known_person_without_an_entry_is_no_hit() {
        Scene.found(UUID.randomUUID(), CERTAIN);
        Api.as(Scene.claire("claire"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("result", equalTo("no-hit"));
    }

    @Test
    void a_measure_that_ended_lately_is_a_hit_and_one_that_ended_long_ago_is_none_but_kept() throws SQLException {
        var lately = ended(330);
        var longAgo = ended(400);
        Scene.found(lately, CERTAIN);
        Api.as(Scene.claire("claire"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("result", equalTo("hit"));
        Scene.found(longAgo, CERTAIN);
        Api.as(Scene.claire("claire"), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("result", equalTo("no-hit"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("limit", 200)
                .get(ENTRIES)
                .then()
                .body("items.personRecordId", hasItem(longAgo.toString()));
    }

    @Test
    void thirty_checks_a_minute_are_answered_and_the_next_is_refused_with_an_alarm() throws SQLException {
        Scene.foundNobody();
        var curious = Scene.claire("curious");
        for (int i = 0; i < 30; i++) {
            Api.as(curious, ASSESS).body(ANNA).post(CHECKS).then().statusCode(200);
        }
        Api.as(curious, ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-checks"))
                .header("Retry-After", "60");
        assertThat(Scene.events("curious")).contains("\"alarm\":\"flood\"");
        Api.as(Scene.claire("another"), ASSESS).body(ANNA).post(CHECKS).then().statusCode(200);
    }

    @Test
    void many_checks_at_once_are_no_way_around_the_limit() throws Exception {
        Scene.foundNobody();
        var hasty = Scene.claire("hasty");
        Callable<Integer> check =
                () -> Api.as(hasty, ASSESS).body(ANNA).post(CHECKS).statusCode();
        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = threads.invokeAll(Collections.nCopies(48, check)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(code -> code == 200).hasSize(30);
            assertThat(answers).filteredOn(code -> code == 429).hasSize(18);
        }
    }

    @Test
    void what_the_asker_sent_wrong_is_said_without_repeating_it() {
        var body = Api.as(Scene.claire("claire"), ASSESS)
                .body("{\"names\":[],\"sex\":2}")
                .post(CHECKS)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("names"))
                .extract()
                .asString();
        var typo = Api.as(Scene.claire("claire"), ASSESS)
                .body("{\"names\":[{\"full\":\"Anna Koval\"}],\"brith\":\"2014\"}")
                .post(CHECKS)
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(body + typo).doesNotContain("Koval");
    }

    private static UUID ended(int daysAgo) throws SQLException {
        var person = Scene.person("GB-KENT");
        var place = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(person))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body("{\"decision\":\"end\",\"reason\":\"plan-completed\",\"decidedOn\":\""
                        + LocalDate.now().minusDays(daysAgo) + "\"}")
                .post(java.net.URI.create(place).getPath() + "/reviews")
                .then()
                .statusCode(200);
        Passing.sinceTheEndOf(place.substring(place.lastIndexOf('/') + 1), daysAgo);
        return person;
    }
}
