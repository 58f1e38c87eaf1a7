package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.basis.LegalBases;
import eu.waymark.register.directory.Directory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ValidityTest {

    private static final String PATH = "/api/register/v1/";
    private static final LocalDate TODAY = LocalDate.now();

    @Inject
    Directory directory;

    @Inject
    LegalBases bases;

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void a_measure_is_called_otherwise_from_a_day_on() {
        // Given
        var from = TODAY.plusDays(30);
        Scene.changed("measures/GB-TIMED", measure("old words", ""));

        // When
        Scene.changed("measures/GB-TIMED", measure("new words", ",\"validFrom\":\"" + from + "\""));

        // Then
        words("GB-TIMED", TODAY).body("name", is("old words")).body("validTo", is(from.toString()));
        words("GB-TIMED", from.minusDays(1)).body("name", is("old words"));
        words("GB-TIMED", from).body("name", is("new words"));
        Scene.propose(Scene.rita(), "measures/GB-TIMED", measure("longer words", ""))
                .then()
                .statusCode(422);
    }

    @Test
    void an_ended_measure_is_not_chosen_any_more_and_keeps_its_words_where_it_was() {
        // Given
        Scene.changed("measures/GB-ENDING", measure("a plan that ends", ""));
        var entry = entered("GB-ENDING").statusCode(201).extract().<String>path("id");

        // When
        Scene.changed("measures/GB-ENDING", measure("a plan that ends", ",\"validTo\":\"" + TODAY + "\""));

        // Then
        entered("GB-ENDING").statusCode(422).body("code", is("unknown-code"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(Scene.ENTRIES + "/" + entry)
                .then()
                .statusCode(200)
                .body("measure.name", is("a plan that ends"));
        codes("measures", TODAY).body("items.code", not(hasItem("GB-ENDING")));
        codes("measures", TODAY.minusDays(1)).body("items.code", hasItem("GB-ENDING"));
    }

    @Test
    void the_database_keeps_the_words_of_a_measure_apart() throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "insert into measure_words (code, name, language) values ('GB-ENG-CPP', 'twice', 'en')"))
                    .hasMessageContaining("measure_words_once");
        }
    }

    @Test
    void areas_and_harms_are_lists_that_registrars_keep() {
        codes("areas", TODAY)
                .body("items.code", hasItems("GB-ENG", "FR-ARA", "DE-BE", "NL-ZH", "PL-14", "IE-L", "GR-I"));
        codes("harms", TODAY)
                .body("items.code", hasItems("self-harm", "suicide", "domestic-violence", "gang-violence"))
                .body("items.code", hasItems("radicalisation", "sexting", "neglect"));
        assertThat(directory.areaExists("DE-BE", TODAY)).isTrue();
        assertThat(directory.areaExists("DE-XX", TODAY)).isFalse();
        assertThat(directory.harms(List.of("neglect", "bad-luck"), TODAY)).isEqualTo(Set.of("neglect"));

        // When
        Scene.changed("harms/vanishing", "{\"name\":\"vanishing\",\"validTo\":\"" + TODAY + "\"}");

        // Then
        assertThat(directory.harms(List.of("vanishing"), TODAY)).isEmpty();
        codes("harms", TODAY.minusDays(1)).body("items.code", hasItem("vanishing"));
    }

    @Test
    void an_agency_is_in_an_area_of_the_list() {
        Scene.propose(
                        Scene.rita(),
                        "agencies/GB-AREA",
                        "{\"name\":\"A\",\"country\":\"GB\",\"type\":\"police\",\"area\":\"GB-ZZZ\"}")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("area"));
    }

    @Test
    void an_agreement_of_two_agencies_comes_before_that_of_their_countries() {
        // Given
        Scene.agency("GB-LYME");
        Scene.agency("FR-LILLE");
        Scene.changed(
                "agreements/LYME-LILLE",
                "{\"countries\":[\"GB\",\"FR\"],\"agencies\":[\"GB-LYME\",\"FR-LILLE\"],\"basis\":\"hague-1996-34\","
                        + "\"level\":\"summary\",\"purposes\":[\"CP-ASSESS\"],\"validFrom\":\"2020-01-01\"}");

        // Then
        assertThat(terms("GB-LYME", "FR-LILLE")).isEqualTo("LYME-LILLE summary");
        assertThat(terms("FR-LILLE", "GB-LYME")).isEqualTo("LYME-LILLE summary");
        assertThat(terms("GB-LEEDS", "FR-69-CRIP")).isEqualTo("FR-GB-HAGUE request");
        Scene.propose(
                        Scene.rita(),
                        "agreements/WRONG-PARTY",
                        "{\"countries\":[\"GB\",\"FR\"],\"agencies\":[\"NL-ROT-JB\"],\"basis\":\"hague-1996-34\","
                                + "\"level\":\"summary\",\"purposes\":[\"CP-ASSESS\"],\"validFrom\":\"2020-01-01\"}")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("agencies"));
    }

    @Test
    void overlapping_hours_and_unknown_time_zones_are_refused() {
        desk("Europe/Nowhere", hours("08:00", "18:00")).statusCode(422).body("errors.field", hasItem("timeZone"));
        desk("Europe/London", hours("08:00", "12:00") + "," + hours("11:00", "18:00"))
                .statusCode(422)
                .body("errors.field", hasItem("openings"));
        desk("Europe/London", hours("18:00", "08:00")).statusCode(422).body("errors.field", hasItem("openings"));
        desk("Europe/London", hours("08:00", "12:00") + "," + hours("13:00", "24:00"))
                .statusCode(202);
    }

    @Test
    void the_rules_of_a_place_change_from_a_day_on() {
        // When
        Scene.changed("place-rules/AT", rule(6, "OURS-REV1", "2000-01-01"));
        Scene.changed("place-rules/AT", rule(24, "OURS-REV1", "2030-01-01"));

        // Then
        placeRule("2029-12-31").body("endedMonths", is(6)).body("validTo", is("2030-01-01"));
        placeRule("2030-01-01").body("endedMonths", is(24));
        Scene.propose(Scene.rita(), "place-rules/AT", rule(6, "NO-SUCH-CLOCK", "2031-01-01"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("firstReview"));
    }

    @Test
    void how_long_a_place_keeps_what_has_ended_changes_from_a_day_on() {
        // When
        Scene.changed("retention-rules/AT", keeping(120, "2000-01-01"));
        Scene.changed("retention-rules/AT", keeping(240, "2030-01-01"));

        // Then
        var rules = Api.as(Scene.sarah(), "CP-PLAN");
        rules.queryParam("on", "2029-12-31")
                .get(PATH + "retention-rules/AT")
                .then()
                .statusCode(200)
                .body("months", is(120))
                .body("validTo", is("2030-01-01"));
        Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("on", "2030-01-01")
                .get(PATH + "retention-rules/AT")
                .then()
                .body("months", is(240));
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(PATH + "directory-history/retention-rule/AT")
                .then()
                .body("items.size()", is(2));
        Scene.propose(Scene.rita(), "retention-rules/AT", keeping(0, "2031-01-01"))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("months"));
    }

    private static String keeping(int months, String from) {
        return "{\"months\":" + months + ",\"warnDays\":90,\"source\":\"Tried\",\"confirmed\":false,\"validFrom\":\""
                + from + "\"}";
    }

    @Test
    void a_country_accedes_to_a_convention_without_a_release() {
        // Given
        var before =
                basis("").replace("\"parties\":[", "\"parties\":[{\"country\":\"SE\",\"validFrom\":\"2013-01-01\"}");
        Scene.changed("legal-bases/tried-convention", before);
        assertThat(asking("NO")).isEmpty();

        // When
        Scene.changed(
                "legal-bases/tried-convention",
                before.replace(
                        "[{",
                        "[{\"country\":\"NO\",\"validFrom\":\"2016-07-01\",\"validTo\":\"2017-01-01\"},"
                                + "{\"country\":\"NO\",\"validFrom\":\"2020-01-01\"},{"));

        // Then
        assertThat(asking("NO")).isPresent();
        Api.as(Scene.sarah(), "CP-PLAN")
                .get(PATH + "legal-bases/tried-convention")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("parties.country", is(List.of("NO", "NO", "SE")));
        propose(before.replace("[{", "[{\"country\":\"SE\",\"validFrom\":\"2020-01-01\"},{"), "parties");
        propose(basis(",\"validTo\":\"1999-01-01\""), "validTo");
        propose(before.replace("\"domestic\":false", "\"domestic\":true"), "parties");
    }

    private Optional<LegalBases.InForce> asking(String country) {
        return QuarkusTransaction.requiringNew().call(() -> bases.toAsk("tried-convention", "SE", country, TODAY));
    }

    private static void propose(String basis, String wrong) {
        Scene.propose(Scene.rita(), "legal-bases/tried-convention", basis)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem(wrong));
    }

    private static String basis(String more) {
        return "{\"instrument\":\"A convention\",\"article\":\"1\",\"domestic\":false,\"requests\":true,\"notices\":false,"
                + "\"validFrom\":\"2000-01-01\"" + more + ",\"answer\":\"OURS-ANSWER\",\"answerAmount\":3,"
                + "\"answerUnit\":\"MONTH\",\"answerWorking\":true,\"confirmed\":false,\"parties\":[]}";
    }

    @Test
    void a_long_list_is_read_page_by_page() throws SQLException {
        owner(
                "insert into area (code, country, name) select 'ZZ-' || upper(lpad(to_hex(n), 3, '0')), 'ZZ', 'Area ' || n"
                        + " from generate_series(1, 2001) n");
        try {
            var first = areas("");
            assertThat(first.getList("items")).hasSize(2000);
            var rest = areas(first.getString("next"));
            assertThat(rest.getList("items")).isNotEmpty();
            assertThat(rest.getString("next")).isNull();
            assertThat(rest.getList("items.code", String.class))
                    .doesNotContainAnyElementsOf(first.getList("items.code"));
            assertThat(rest.getList("items.code", String.class)).contains("ZZ-7D1");
        } finally {
            owner("delete from area where country = 'ZZ'");
        }
    }

    private static JsonPath areas(String after) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("after", after)
                .get(PATH + "areas")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void owner(String sql) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ValidatableResponse placeRule(String on) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("on", on)
                .get(PATH + "place-rules/AT")
                .then()
                .statusCode(200);
    }

    private static String rule(int months, String first, String from) {
        return "{\"endedMonths\":" + months + ",\"firstReview\":\"" + first + "\",\"laterReview\":\"OURS-REVN\","
                + "\"unbornReview\":\"OURS-REV1\",\"birthReview\":\"OURS-PREB\",\"validFrom\":\"" + from + "\"}";
    }

    private String terms(String one, String other) {
        return directory
                .terms(one, other, "hague-1996-34", "CP-ASSESS", TODAY)
                .map(terms -> terms.agreement() + " " + terms.level())
                .orElse("none");
    }

    private static String hours(String opens, String closes) {
        return "{\"day\":\"MONDAY\",\"opens\":\"" + opens + "\",\"closes\":\"" + closes + "\"}";
    }

    private static ValidatableResponse desk(String zone, String openings) {
        return Scene.propose(
                        Scene.rita(),
                        "desks/GB-KENT-HOURS",
                        "{\"agency\":\"GB-KENT\",\"name\":\"Hours\",\"kind\":\"national\",\"phone\":\"+44 20 5550 0100\","
                                + "\"email\":\"desk@example.org\",\"hours\":\"Mondays\",\"languages\":[\"en\"],"
                                + "\"timeZone\":\"" + zone + "\",\"openings\":[" + openings + "]}")
                .then();
    }

    private static ValidatableResponse words(String code, LocalDate on) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("on", on.toString())
                .get(PATH + "measures/" + code)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse codes(String list, LocalDate on) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .queryParam("on", on.toString())
                .get(PATH + list)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse entered(String measure) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")).replace("GB-ENG-CPP", measure))
                .post(Scene.ENTRIES)
                .then();
    }

    private static String measure(String name, String more) {
        return "{\"country\":\"GB-ENG\",\"name\":\"" + name + "\",\"language\":\"en\",\"class\":\"registered-plan\""
                + more + "}";
    }
}
