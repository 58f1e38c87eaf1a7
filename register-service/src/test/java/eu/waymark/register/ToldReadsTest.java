package eu.waymark.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import eu.waymark.access.AccessPolicy;
import eu.waymark.access.PurposeOfUse;
import eu.waymark.access.Question;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To be told is not enough: what reaches an agency is read in a role and for a purpose of which the policy knows. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ToldReadsTest {

    private static final String API = "/api/register/v1/";
    private static final String PURPOSE = Scene.ASSESS;

    @BeforeEach
    void directory() {
        Scene.directory();
        Scene.changed("agencies/FR-CA", "{\"name\":\"FR-CA\",\"country\":\"FR\",\"type\":\"central-authority\"}");
        Scene.changed("desks/GB-LEEDS-DUTY", """
                {"agency":"GB-LEEDS","name":"Leeds","kind":"duty","phone":"+44 20 5550 0101","email":"leeds@example.org",
                 "hours":"day and night","languages":["en"]}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"practitioner", "manager", "supervisor"})
    void what_an_agency_is_told_is_read_for_the_purposes_of_the_policy_and_for_no_other(String role) {
        // Given
        var doors = doors();

        // When
        var answers = new TreeMap<String, Integer>();
        purposes()
                .forEach(purpose -> doors.forEach(door -> answers.put(
                        purpose + " " + door,
                        Api.as(leeds(role), purpose).get(door).statusCode())));

        // Then
        var expected = new TreeMap<String, Integer>();
        purposes()
                .forEach(purpose ->
                        doors.forEach(door -> expected.put(purpose + " " + door, isTold(role, purpose) ? 200 : 403)));
        assertThat(answers).isEqualTo(expected).containsValue(200).containsValue(403);
    }

    @Test
    void nothing_that_was_told_is_answered_for_a_purpose_with_which_nothing_may_be_read() {
        // Given
        var entry = entry();
        var alert = alert(entry);
        var movement = movement(entry);

        // Then: refused where one may know of it, and unknown where not
        for (var answer : List.of(movement + "/acknowledgement", alert + "/acknowledgement", alert + "/confirmation")) {
            Api.as(leeds("practitioner"), "STATISTICS")
                    .post(answer)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("access policy"));
            Api.as(person("nele", "NL-ROT-JB", "practitioner"), "STATISTICS")
                    .post(answer)
                    .then()
                    .statusCode(404);
        }
        Api.as(leeds("practitioner"), "STATISTICS")
                .body("{\"ids\":[\"" + UUID.randomUUID() + "\"]}")
                .post(Scene.NOTIFICATIONS + "/acknowledgements")
                .then()
                .statusCode(403);
        var notification = notification();
        Api.as(leeds("practitioner"), "STATISTICS").post(notification).then().statusCode(403);
        Api.as(leeds("practitioner"), PURPOSE).post(notification).then().statusCode(200);
        Api.as(leeds("practitioner"), PURPOSE)
                .post(movement + "/acknowledgement")
                .then()
                .statusCode(200);
    }

    @Test
    void looks_are_listed_and_matches_confirmed_for_a_purpose_that_may_check() {
        // Given
        var child = Scene.person("GB-KENT");
        Api.as(Scene.sarah(), PURPOSE)
                .body(Scene.newEntry(child))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201);
        Scene.found(child, Scene.POSSIBLE);
        var asker = person("asker-" + UUID.randomUUID(), "FR-69-CRIP", "practitioner");
        var check = Api.as(asker, PURPOSE)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200)
                .extract();
        var confirmation = Scene.CHECKS + "/" + check.path("id") + "/confirmations";
        var match = "{\"handle\":\"" + check.path("matches[0].handle") + "\"}";

        // Then
        purposes().forEach(purpose -> {
            var may = AccessPolicy.shipped()
                    .decide(new Question(Set.of("practitioner"), "child-protection", purpose, "none", "check"))
                    .permitted();
            Api.as(asker, purpose).get(API + "lookups").then().statusCode(may ? 200 : 403);
            Api.as(asker, purpose).body(match).post(confirmation).then().statusCode(may ? 200 : 403);
        });
    }

    @Test
    void an_agency_that_may_look_at_nothing_reads_what_a_duty_tells_it() {
        // Given
        var guard = Tokens.person("guard")
                .agency("FR-PAF")
                .country("FR")
                .agencyType("border-guard")
                .roles("practitioner")
                .purposes("CP-MISSING", "STATISTICS");

        // Then
        Api.as(guard, "CP-MISSING").get(API + "alerts").then().statusCode(200);
        Api.as(guard, "STATISTICS").get(API + "alerts").then().statusCode(403);
    }

    private static List<String> doors() {
        var entry = entry();
        return List.of(
                Scene.NOTIFICATIONS,
                Scene.NOTIFICATIONS + "/open",
                API + "alerts",
                alert(entry),
                API + "movements",
                movement(entry),
                Scene.DISCLOSURES);
    }

    /** What the policy that is shipped says of an agency of child protection that reads anything at all. */
    private static boolean isTold(String role, String purpose) {
        return Stream.of("holder", "former-holder", "disclosed-to", "transfer-recipient", "agreement", "none")
                .anyMatch(relationship -> AccessPolicy.shipped()
                        .decide(new Question(Set.of(role), "child-protection", purpose, relationship, "EXISTENCE"))
                        .permitted());
    }

    private static Stream<String> purposes() {
        return Stream.of(PurposeOfUse.values()).map(PurposeOfUse::code);
    }

    private static Tokens leeds(String role) {
        return person(role + "-who-is-told", "GB-LEEDS", role);
    }

    private static Tokens person(String name, String agency, String role) {
        return Tokens.person(name)
                .agency(agency)
                .country(agency.substring(0, 2))
                .roles(role)
                .purposes(purposes().toArray(String[]::new));
    }

    private static String entry() {
        return Api.as(Scene.sarah(), PURPOSE)
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String alert(String entry) {
        return told("alerts", """
                {"entryId":"%s","kind":"missing","to":[{"country":"FR"},{"country":"GB","agency":"GB-LEEDS"}],
                 "actions":["locate"],"validUntil":"%s"}""".formatted(entry, LocalDate.now().plusDays(20)));
    }

    private static String movement(String entry) {
        return told("movements", """
                {"entryId":"%s","kind":"may-move","to":[{"country":"GB","agency":"GB-LEEDS"}]}""".formatted(entry));
    }

    private static String told(String what, String body) {
        return API
                + what
                + "/"
                + Api.as(Scene.sarah(), PURPOSE)
                        .body(body)
                        .post(API + what)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static String notification() {
        return Scene.NOTIFICATIONS + "/"
                + Api.as(leeds("practitioner"), PURPOSE)
                        .get(Scene.NOTIFICATIONS)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].id")
                + "/acknowledgements";
    }
}
