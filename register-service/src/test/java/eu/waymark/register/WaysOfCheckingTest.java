package eu.waymark.register;

import static eu.waymark.register.Inboxes.inbox;
import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of a child on one's own record, of several children, and in the asker's language. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class WaysOfCheckingTest {

    private final Tokens asker = Scene.claire("claire-" + UUID.randomUUID());

    private UUID child = new UUID(0, 0);

    private String entry = "";

    @BeforeEach
    void aChildIsEntered() {
        Scene.directory();
        child = Scene.person("GB-KENT");
        entry = Api.as(Scene.sarah(), "CP-PLAN")
                .body(Scene.newEntry(child))
                .post(ENTRIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Scene.found(child, CERTAIN);
    }

    @Test
    void aChildOnOnesOwnRecordIsCheckedWithWhatIdentityKnows() throws SQLException {
        // Given
        var own = Scene.person("FR-69-CRIP");
        Scene.foundFor(own, child, CERTAIN);

        // When
        byRecord(own)
                .statusCode(200)
                .body("result", equalTo("hit"))
                .body("matches[0].desk.code", equalTo("GB-NATIONAL"));

        // Then
        assertThat(inbox(Scene.sarah(), entry)).hasSize(1);
        assertThat(Scene.events(asker.subject())).contains("register.check.answered", Scene.tag(child));
        assertThat(Scene.details(asker.subject(), "register.check.asked")).contains(own.toString());
    }

    @Test
    void aRecordThatIsNotOnesOwnIsCheckedForNobody() {
        Scene.foundForNobody();
        byRecord(child).statusCode(404);
        assertThat(inbox(Scene.sarah(), entry)).isEmpty();
    }

    @Test
    void ofABatchEachChildIsAnsweredOrSaysWhyNot() throws SQLException {
        // When
        var answer = Api.as(asker, ASSESS)
                .body("{\"children\":[" + ANNA + ",{\"names\":[]},{\"nmaes\":1}," + ANNA + "]}")
                .post(CHECKS + "/batches")
                .then()
                .statusCode(200)
                .body("asked", equalTo(4))
                .body("answered", equalTo(2))
                .body("items[0].check.result", equalTo("hit"))
                .body("items[1].code", equalTo("invalid-fields"))
                .body("items[1].errors[0].field", equalTo("names"))
                .body("items[2].code", equalTo("invalid-fields"))
                .body("items[3].check.result", equalTo("hit"))
                .extract();

        // Then
        assertThat(inbox(Scene.sarah(), entry)).hasSize(2);
        assertThat(Scene.events(asker.subject()).split("register.check.answered"))
                .hasSize(3);
        assertThat(answer.asString()).doesNotContain("nmaes");
    }

    @Test
    void aBatchUsesUpWhatOneMayAskInAMinute() {
        Scene.foundNobody();
        var full = "{\"children\":[" + String.join(",", Collections.nCopies(25, ANNA)) + "]}";
        batch(full).body("answered", equalTo(25));
        batch(full)
                .body("answered", equalTo(5))
                .body("items[4].check.result", equalTo("no-hit"))
                .body("items[5].code", equalTo("too-many-checks"));
        Api.as(asker, ASSESS)
                .body("{\"children\":[" + String.join(",", Collections.nCopies(26, ANNA)) + "]}")
                .post(CHECKS + "/batches")
                .then()
                .statusCode(422);
    }

    @Test
    void whoMayCheckNobodyGetsNoBatchEither() {
        Api.as(Tokens.practitioner("GB-IE", "GB").agencyType("immigration-enforcement"), ASSESS)
                .body("{\"children\":[" + ANNA + "]}")
                .post(CHECKS + "/batches")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Une mesure existe",
        "'de-AT,de;q=0.9,en;q=0.8', Es gibt eine",
        "nl, Er is een maatregel",
        "pl, Istnieje",
        "es, Existe una medida",
        "it, Esiste una misura",
        "pt-PT, Existe uma medida",
        "ro, Există",
        "sv, Det finns",
        "el, Υπάρχει μέτρο",
        "'tlh;q=1,en;q=0.1', A measure exists",
        "ja, A measure exists",
        "'%%%', A measure exists"
    })
    void theAnswerSpeaksTheAskersLanguageAndSaysNoMore(String languages, String sentence) {
        Api.as(asker, ASSESS)
                .header("Accept-Language", languages)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200)
                .body("advice", containsString(sentence))
                .body(not(containsString("neglect")));
    }

    private ValidatableResponse byRecord(UUID record) {
        return Api.as(asker, ASSESS)
                .body("{\"personRecordId\":\"" + record + "\"}")
                .post(CHECKS + "/by-record")
                .then();
    }

    private ValidatableResponse batch(String children) {
        return Api.as(asker, ASSESS)
                .body(children)
                .post(CHECKS + "/batches")
                .then()
                .statusCode(200);
    }
}
