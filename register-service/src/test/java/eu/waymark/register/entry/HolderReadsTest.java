package eu.waymark.register.entry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import eu.waymark.access.AccessPolicy;
import eu.waymark.access.PurposeOfUse;
import eu.waymark.access.Question;
import eu.waymark.access.Relationship;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import eu.waymark.register.transfer.Moves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To be responsible is not enough: what of an entry its holder reads, it reads in a role and for a purpose that may. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class HolderReadsTest {

    private static final String FULL = "FULL";
    private static final String SUMMARY = "SUMMARY";
    private static final String WITHHELD = "/api/register/v1/disclosures/withheld";
    private static final String EXPLANATIONS = "/api/register/v1/policies/explanations";

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"practitioner", "manager", "supervisor"})
    void each_read_of_an_entry_is_allowed_for_the_purposes_of_the_policy_and_for_no_other(String role) {
        // Given
        var entry = entry();
        var doors = doors(entry);

        // When
        var answers = new TreeMap<String, Integer>();
        purposes().forEach(purpose -> doors.keySet()
                .forEach(door -> answers.put(
                        purpose + " " + door,
                        Api.as(kent(role), purpose).get(door).statusCode())));

        // Then
        var expected = new TreeMap<String, Integer>();
        purposes()
                .forEach(purpose -> doors.forEach(
                        (door, level) -> expected.put(purpose + " " + door, allows(role, purpose, level) ? 200 : 403)));
        assertThat(answers).isEqualTo(expected).containsValue(200).containsValue(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"practitioner", "manager", "supervisor"})
    void the_explanation_says_what_the_doors_do(String role) {
        // Given
        var entry = entry();
        var flag = flag(entry);
        var transfer = transfer(entry);

        // Then: but for enforcement, to which nothing is explained
        purposes().filter(purpose -> !purpose.equals("IMMIGRATION-ENFORCEMENT")).forEach(purpose -> {
            assertThat(explained(role, purpose, FULL, entry)).as(purpose).isEqualTo(allows(role, purpose, FULL));
            assertThat(explained(role, purpose, FULL, idOf(flag))).as(purpose).isEqualTo(allows(role, purpose, FULL));
            assertThat(explained(role, purpose, SUMMARY, idOf(transfer)))
                    .as(purpose)
                    .isEqualTo(allows(role, purpose, SUMMARY));
        });
    }

    @Test
    void a_refusal_names_the_policy_and_tells_a_stranger_nothing() {
        // Given
        var entry = entry();

        // Then
        Api.as(kent("manager"), "STATISTICS")
                .get(Scene.ENTRIES + "/" + entry)
                .then()
                .statusCode(403)
                .body("detail", containsString("access policy"));
        Api.as(leeds(), "STATISTICS").get(Scene.ENTRIES + "/" + entry).then().statusCode(404);
        Api.as(leeds(), "STATISTICS")
                .get(Scene.ENTRIES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void who_names_workers_does_it_for_a_purpose_that_may() {
        // Given
        var workers = Scene.ENTRIES + "/" + entry() + "/workers";
        var body = "{\"workers\":[{\"subject\":\"sarah\",\"name\":\"Sarah\"}]}";

        // Then
        Api.as(kent("manager"), "STATISTICS")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(workers)
                .then()
                .statusCode(403);
        Api.as(kent("manager"), "CP-PLAN")
                .header("If-Match", "\"1\"")
                .body(body)
                .put(workers)
                .then()
                .statusCode(200);
    }

    /** All that a holder reads of an entry, and how much it tells. */
    private static Map<String, String> doors(String entry) {
        var own = Scene.ENTRIES + "/" + entry;
        var full = Stream.of(
                Scene.ENTRIES,
                own,
                own + "/history",
                own + "/lookups",
                own + "/workers",
                own + "/sections/plan-summary",
                "/api/register/v1/travel-flags",
                flag(entry),
                "/api/register/v1/sealed-entries",
                WITHHELD,
                withheld(entry));
        var doors = full.collect(toMap(door -> door, door -> FULL));
        doors.put(transfer(entry), SUMMARY);
        return doors;
    }

    /** What the policy that is shipped says of an agency of child protection that is responsible. */
    private static boolean allows(String role, String purpose, String level) {
        return AccessPolicy.shipped()
                .decide(new Question(Set.of(role), "child-protection", purpose, Relationship.HOLDER.code(), level))
                .permitted();
    }

    private static boolean explained(String role, String purpose, String asked, String about) {
        return Api.as(kent(role), purpose)
                .queryParam("asked", asked)
                .queryParam("about", about)
                .get(EXPLANATIONS)
                .then()
                .statusCode(200)
                .extract()
                .path("permitted");
    }

    private static Stream<String> purposes() {
        return Stream.of(PurposeOfUse.values()).map(PurposeOfUse::code);
    }

    private static Tokens kent(String role) {
        return person(role + "-who-reads", "GB-KENT", role);
    }

    private static Tokens leeds() {
        return person("tom-who-reads", "GB-LEEDS", "practitioner");
    }

    private static Tokens person(String name, String agency, String role) {
        return Tokens.person(name)
                .agency(agency)
                .country("GB")
                .roles(role)
                .purposes(purposes().toArray(String[]::new));
    }

    private static String entry() {
        var entry = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.as(Scene.sarah(), "CP-PLAN")
                .body("{\"text\":\"The core group meets at the school.\"}")
                .put(Scene.ENTRIES + "/" + entry + "/sections/plan-summary")
                .then()
                .statusCode(200);
        return entry;
    }

    private static String flag(String entry) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .body("""
                        {"entryId":"%s","ground":"abduction","decisionMaker":"Family Court","startsOn":"%s","endsOn":"%s"}""".formatted(entry, LocalDate.now(), LocalDate.now().plusMonths(6)))
                .post("/api/register/v1/travel-flags")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst(".*(?=/api/)", "");
    }

    private static String withheld(String entry) {
        return WITHHELD + "/"
                + Api.as(Scene.sarah(), "CP-PLAN")
                        .body("""
                                {"entryId":"%s","country":"FR","reason":"not-necessary","reasoning":"Nobody there works with her."}""".formatted(entry))
                        .post(WITHHELD)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private static String transfer(String entry) {
        return "/api/register/v1/transfers/" + Moves.proposed(entry);
    }

    private static String idOf(String door) {
        return door.substring(door.lastIndexOf('/') + 1);
    }
}
