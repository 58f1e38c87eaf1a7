package eu.waymark.register;

import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.DISCLOSURES;
import static eu.waymark.register.Scene.NOTIFICATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class DisclosuresTest {

    private static final String ACCEPT = "{\"decision\":\"accept\",\"necessity\":\"Lyon assesses the same child.\"}";
    private static final String REFUSE = "{\"decision\":\"refuse\",\"reason\":\"transmission-creates-danger\"}";

    private Tokens claire = Scene.claire("nobody-yet");

    @BeforeEach
    void directory() {
        claire = Scene.claire("claire-" + UUID.randomUUID());
        Scene.directory();
    }

    @Test
    void content_is_asked_for_on_a_basis_in_force_between_both_countries() {
        var handle = Scene.hit(claire);
        Api.as(claire, ASSESS)
                .body(body(handle))
                .post(DISCLOSURES)
                .then()
                .statusCode(403)
                .body("code", equalTo("legal-basis-required"));
        Api.as(claire, ASSESS)
                .header("Legal-Basis", "brussels-2b-80")
                .body(body(handle))
                .post(DISCLOSURES)
                .then()
                .statusCode(403)
                .body("code", equalTo("basis-not-in-force"));
        Api.as(claire, "CP-PLAN")
                .header("Legal-Basis", "hague-1996-34")
                .body(body(handle))
                .post(DISCLOSURES)
                .then()
                .statusCode(403)
                .body("code", equalTo("no-agreement"));
        requested(handle);
    }

    @Test
    void an_accepted_request_shows_the_summary_in_both_wordings_and_the_desk() {
        // Given
        var disclosure = requested(Scene.hit(claire));
        Api.as(claire, ASSESS)
                .get(disclosure)
                .then()
                .statusCode(200)
                .body("content", nullValue())
                .body("entryId", nullValue());

        // When
        decide(disclosure, ACCEPT).statusCode(200).body("content", nullValue()).body("entryId", notNullValue());

        // Then
        Api.as(claire, ASSESS)
                .get(disclosure)
                .then()
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("content.measure.name", equalTo("child protection plan"))
                .body("content.measure.commonClass", equalTo("registered-plan"))
                .body("content.risk", equalTo("high"))
                .body("content.summary", containsString("Core group"))
                .body("content.contact.code", equalTo("GB-NATIONAL"))
                .body(not(containsString("KENT")));
        Api.as(claire, ASSESS)
                .get(NOTIFICATIONS)
                .then()
                .body("items[0].kind", equalTo("disclosure-accepted"))
                .body("items[0].fromAgency", equalTo("GB"));
    }

    @Test
    void a_refusal_gives_its_coded_reason_and_a_way_to_escalate() {
        var disclosure = requested(Scene.hit(claire));
        decide(disclosure, "{\"decision\":\"refuse\"}").statusCode(422).body("errors[0].field", equalTo("reason"));
        decide(disclosure, "{\"decision\":\"refuse\",\"reason\":\"i-do-not-like-it\"}")
                .statusCode(422);
        decide(disclosure, REFUSE).statusCode(200);
        var escalation = Api.as(claire, ASSESS)
                .get(disclosure)
                .then()
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("reason", equalTo("transmission-creates-danger"))
                .body("content", nullValue())
                .extract()
                .<String>path("escalation");
        Api.as(claire, ASSESS).post(escalation).then().statusCode(200).body("escalatedAt", notNullValue());
        Api.as(claire, ASSESS).post(escalation).then().statusCode(409);
        var helen = Tokens.person("helen")
                .agency("GB-CA")
                .country("GB")
                .agencyType("central-authority")
                .roles("central-authority")
                .purposes(ASSESS);
        Api.as(helen, ASSESS)
                .get(disclosure)
                .then()
                .statusCode(200)
                .body("reason", equalTo("transmission-creates-danger"));
        Api.as(helen, ASSESS)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("disclosure-escalated"));
    }

    @Test
    void strangers_and_the_unknown_are_answered_alike() {
        var disclosure = requested(Scene.hit(claire));
        var foreign = Api.as(Scene.tom(), ASSESS)
                .get(disclosure)
                .then()
                .statusCode(404)
                .extract()
                .<String>path("detail");
        var unknown = Api.as(Scene.tom(), ASSESS)
                .get(DISCLOSURES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .<String>path("detail");
        assertThat(foreign).isEqualTo(unknown);
        Api.as(claire, ASSESS)
                .header("If-Match", "\"0\"")
                .body(ACCEPT)
                .post(disclosure + "/decisions")
                .then()
                .statusCode(403);
    }

    @Test
    void a_match_that_nobody_confirmed_and_one_of_another_agency_disclose_nothing() {
        Scene.found(Scene.entered(), Scene.POSSIBLE);
        var handle = Api.as(claire, ASSESS)
                .body(Scene.ANNA)
                .post(Scene.CHECKS)
                .then()
                .extract()
                .<String>path("matches[0].handle");
        Api.as(claire, ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body(body(handle))
                .post(DISCLOSURES)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-confirmed"));
        Api.as(Scene.tom(), ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body(body(handle))
                .post(DISCLOSURES)
                .then()
                .statusCode(404);
    }

    @Test
    void of_two_decisions_at_once_one_counts() throws Exception {
        for (int round = 0; round < 5; round++) {
            var disclosure = requested(Scene.hit(claire));
            Callable<Integer> accept =
                    () -> decide(disclosure, ACCEPT).extract().statusCode();
            Callable<Integer> refuse =
                    () -> decide(disclosure, REFUSE).extract().statusCode();
            try (var both = Executors.newFixedThreadPool(2)) {
                var answers = both.invokeAll(List.of(accept, refuse)).stream()
                        .map(answer -> answer.resultNow())
                        .sorted()
                        .toList();
                assertThat(answers.getFirst()).isEqualTo(200);
                assertThat(answers.getLast()).isIn(409, 412);
            }
        }
    }

    private String requested(String handle) {
        var place = Api.as(claire, ASSESS)
                .header("Legal-Basis", "hague-1996-34")
                .body(body(handle))
                .post(DISCLOSURES)
                .then()
                .statusCode(201)
                .body("status", equalTo("requested"))
                .extract()
                .header("Location");
        return java.net.URI.create(place).getPath();
    }

    private static io.restassured.response.ValidatableResponse decide(String disclosure, String decision) {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .header("If-Match", "\"0\"")
                .body(decision)
                .post(disclosure + "/decisions")
                .then();
    }

    private static String body(String handle) {
        return "{\"handle\":\"" + handle + "\"}";
    }
}
