package eu.waymark.register.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others do about an entry is for those who work on it. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class WorkersTest {

    private static final String PLAN = "CP-PLAN";

    private final Tokens sarah = kent("sarah-" + UUID.randomUUID(), "practitioner");
    private final String bo = "bo-" + UUID.randomUUID();
    private final Tokens colleague = kent(bo, "practitioner");
    private final Tokens head = kent("head", "supervisor");
    private UUID person;

    @BeforeEach
    void directory() {
        Scene.directory();
        person = Scene.person("GB-KENT");
    }

    private static Tokens kent(String name, String role) {
        return Tokens.person(name)
                .agency("GB-KENT")
                .country("GB")
                .roles(role)
                .purposes(PLAN, Scene.ASSESS, "CP-TRANSFER", "SYSTEM");
    }

    @Test
    void who_opens_an_entry_sees_who_looks_until_others_are_named() {
        // Given
        var entry = open(sarah, PLAN);
        look();
        looks(sarah, entry).body("items", hasSize(1));
        looks(colleague, entry).body("items", empty());
        assertThat(told(sarah, entry)).isEqualTo(1);
        assertThat(told(colleague, entry)).isZero();

        // When
        name(entry, "\"7\"").statusCode(412);
        name(entry, "").statusCode(428);
        name(entry, "\"1\"").statusCode(200).header("ETag", "\"3\"").body("workers[0].name", equalTo("Bo Lind"));
        look();

        // Then
        looks(colleague, entry).body("items", hasSize(2));
        looks(sarah, entry).body("items", empty());
        assertThat(told(colleague, entry)).isEqualTo(2);
        assertThat(told(sarah, entry)).isZero();
    }

    @Test
    void an_entry_that_a_machine_opened_is_its_whole_agencys() {
        var entry = open(kent("portal", "system"), "SYSTEM");
        look();
        looks(sarah, entry).body("items", hasSize(1));
        looks(colleague, entry).body("items", hasSize(1));
        assertThat(told(colleague, entry)).isEqualTo(1);
        Api.as(head, PLAN).get(entry + "/workers").then().statusCode(200).body("workers", empty());
    }

    @Test
    void somebody_whose_issuer_tells_no_name_opens_an_entry_all_the_same() {
        Api.as(Scene.sarah().unnamed(), "CP-PLAN")
                .body(Scene.newEntry(Scene.person("GB-KENT")))
                .post(Scene.ENTRIES)
                .then()
                .statusCode(201);
    }

    @Test
    void who_took_a_transfer_works_on_the_entry_from_its_acceptance_on() {
        // Given
        var entry = open(sarah, PLAN);
        var ida = Tokens.person("ida-" + UUID.randomUUID())
                .agency("GB-LEEDS")
                .country("GB")
                .roles("practitioner")
                .purposes("CP-TRANSFER", Scene.ASSESS);
        var transfer = post(sarah, entry + "/transfers", "", "{\"toAgency\":\"GB-LEEDS\",\"reason\":\"child-moved\"}")
                .statusCode(201)
                .extract()
                .<String>path("id");

        // When
        var transfers = "/api/register/v1/transfers/" + transfer;
        post(ida, transfers + "/reception", "\"0\"", "").statusCode(200);
        post(
                        ida,
                        transfers + "/decisions",
                        "\"1\"",
                        "{\"decision\":\"accept\",\"conferenceOn\":\"" + LocalDate.now() + "\"}")
                .statusCode(200);
        look();

        // Then
        looks(ida, entry).body("items", hasSize(1));
        Api.as(sarah, "CP-TRANSFER").get(entry + "/workers").then().statusCode(404);
    }

    @Test
    void only_supervisors_and_managers_of_the_holder_name_workers() {
        var entry = open(sarah, PLAN);
        var body = "{\"workers\":[{\"subject\":\"anybody\"}]}";
        Api.as(sarah, PLAN).body(body).put(entry + "/workers").then().statusCode(403);
        var stranger = Tokens.person("stranger")
                .agency("GB-LEEDS")
                .country("GB")
                .roles("supervisor")
                .purposes(PLAN);
        Api.as(stranger, PLAN).body(body).put(entry + "/workers").then().statusCode(404);
        Api.as(stranger, PLAN).get(entry + "/workers").then().statusCode(404);
        Api.as(head, PLAN)
                .body("{\"workers\":[]}")
                .put(entry + "/workers")
                .then()
                .statusCode(422);
    }

    private String open(Tokens by, String purpose) {
        return Scene.ENTRIES + "/"
                + Api.as(by, purpose)
                        .body(Scene.newEntry(person))
                        .post(Scene.ENTRIES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
    }

    private void look() {
        Scene.found(person, Scene.CERTAIN);
        Api.as(Scene.claire("claire-" + UUID.randomUUID()), Scene.ASSESS)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse looks(Tokens by, String entry) {
        return Api.as(by, Scene.ASSESS).get(entry + "/lookups").then().statusCode(200);
    }

    private ValidatableResponse name(String entry, String seen) {
        var body = "{\"workers\":[{\"subject\":\"%s\",\"name\":\"Bo Lind\"}]}".formatted(bo);
        var request = Api.as(head, PLAN).body(body);
        return (seen.isEmpty() ? request : request.header("If-Match", seen))
                .put(entry + "/workers")
                .then();
    }

    private static ValidatableResponse post(Tokens by, String path, String seen, String body) {
        var request = Api.as(by, "CP-TRANSFER");
        if (!seen.isEmpty()) {
            request = request.header("If-Match", seen);
        }
        return (body.isEmpty() ? request : request.body(body)).post(path).then();
    }

    private static long told(Tokens by, String entry) {
        List<String> references = Api.as(by, Scene.ASSESS)
                .get(Scene.NOTIFICATIONS + "?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.reference");
        return references.stream().filter(entry::endsWith).count();
    }
}
