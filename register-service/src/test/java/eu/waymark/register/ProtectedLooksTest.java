package eu.waymark.register;

import static eu.waymark.register.Inboxes.inbox;
import static eu.waymark.register.Scene.ANNA;
import static eu.waymark.register.Scene.ASSESS;
import static eu.waymark.register.Scene.CERTAIN;
import static eu.waymark.register.Scene.CHECKS;
import static eu.waymark.register.Scene.ENTRIES;
import static eu.waymark.register.Scene.NOTIFICATIONS;
import static eu.waymark.register.Scene.POSSIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks that the holder does not learn of before a central authority releases them; and what one looked at oneself. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class ProtectedLooksTest {

    private static final String LOOKUPS = "/api/register/v1/lookups";

    private final Tokens asker = Scene.claire("claire-" + UUID.randomUUID());

    private UUID child = new UUID(0, 0);

    private String entry = "";

    @BeforeEach
    void aChildIsEntered() {
        Scene.directory();
        Scene.changed(
                "agencies/FR-CA", "{\"name\":\"Autorité centrale\",\"country\":\"FR\",\"type\":\"central-authority\"}");
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
    void ofAProtectedLookTheHolderLearnsNothingAndItsCentralAuthorityThatItTookPlace() {
        // When
        protectedCheck().body("result", equalTo("hit"));

        // Then
        assertThat(inbox(Scene.sarah(), entry)).isEmpty();
        looksAt().body("items", hasSize(0));
        var own = told(authority("FR"), "protected-look-made");
        var holders = told(authority("GB"), "protected-look");
        assertThat(own).contains(asker.subject(), ASSESS);
        assertThat(holders)
                .isNotEqualTo("null")
                .doesNotContain(asker.subject(), ASSESS, "FR", "CRIP", entry, child.toString());
    }

    @Test
    void anOrdinaryLookIsToldToTheHolderAndToNoAuthority() {
        Api.as(asker, ASSESS).body(ANNA).post(CHECKS).then().statusCode(200);
        assertThat(inbox(Scene.sarah(), entry)).hasSize(1);
        looksAt().body("items", hasSize(1));
        assertThat(told(authority("FR"), "protected-look-made")).doesNotContain(asker.subject());
    }

    @Test
    void aPossibleMatchOfAProtectedCheckIsConfirmedProtectedToo() {
        // Given
        Scene.found(child, POSSIBLE);
        var check = protectedCheck().body("result", equalTo("possible")).extract();

        // When
        Api.as(asker, ASSESS)
                .body("{\"handle\":\"" + check.path("matches[0].handle") + "\"}")
                .post(CHECKS + "/" + check.path("id") + "/confirmations")
                .then()
                .statusCode(200);

        // Then
        looksAt().body("items", hasSize(0));
        assertThat(told(authority("FR"), "protected-look-made")).contains(asker.subject());
    }

    @Test
    void theAskersCentralAuthorityReleasesStepByStep() {
        // Given
        protectedCheck();
        var look = lookOf(asker);

        // When
        release(authority("GB"), look, "central-authority", "person", 404);
        release(authority("FR"), look, "central-authority", "agency", 200);

        // Then
        assertThat(told(authority("GB"), "look-released"))
                .contains("FR-69-CRIP", ASSESS)
                .doesNotContain(asker.subject());
        looksAt().body("items", hasSize(0));
        release(authority("FR"), look, "holder", "person", 200);
        looksAt().body("items[0].askerName", equalTo("Name of " + asker.subject()));
        release(authority("FR"), look, "holder", "person", 409);
        lookups(asker).body("items", hasSize(1));
    }

    @Test
    void whereNoCentralAuthorityWatchesThereIsNoProtectedLook() {
        Api.as(Tokens.practitioner("NL-ROT-JB", "NL"), ASSESS)
                .body(ANNA)
                .queryParam("protected", true)
                .post(CHECKS)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-watched"));
    }

    @Test
    void eachAskerSeesItsOwnLooksAndNobodyElses() {
        // Given
        Api.as(asker, ASSESS).body(ANNA).post(CHECKS).then().statusCode(200);
        protectedCheck();
        Api.as(Scene.claire("colleague-" + UUID.randomUUID()), ASSESS)
                .body(ANNA)
                .post(CHECKS)
                .then()
                .statusCode(200);

        // When
        var first = lookups(asker, 1, null);
        var second = lookups(asker, 1, first.extract().path("next"));

        // Then
        first.body("items.isProtected", equalTo(List.of(true))).body("items[0].country", equalTo("GB"));
        second.body("items.isProtected", equalTo(List.of(false)))
                .body(not(containsString("KENT")))
                .body(not(containsString(entry)));
        lookups(asker).body("items", hasSize(2));
    }

    private ValidatableResponse protectedCheck() {
        return Api.as(asker, ASSESS)
                .body(ANNA)
                .queryParam("protected", true)
                .post(CHECKS)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse looksAt() {
        return Api.as(Scene.sarah(), "CP-PLAN")
                .get(ENTRIES + "/" + entry + "/lookups")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse lookups(Tokens by) {
        return lookups(by, 50, null);
    }

    private static ValidatableResponse lookups(Tokens by, int limit, String cursor) {
        var request = Api.as(by, ASSESS).queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get(LOOKUPS)
                .then()
                .statusCode(200);
    }

    private static String lookOf(Tokens by) {
        return lookups(by).extract().path("items[0].id");
    }

    private static void release(Tokens by, String look, String recipient, String what, int status) {
        Api.as(by, ASSESS)
                .body("{\"recipient\":\"" + recipient + "\",\"what\":\"" + what + "\"}")
                .post(LOOKUPS + "/" + look + "/releases")
                .then()
                .statusCode(status);
    }

    /** The newest notification of a kind. */
    private static String told(Tokens reader, String kind) {
        return String.valueOf(Api.as(reader, ASSESS)
                .queryParam("limit", 200)
                .get(NOTIFICATIONS)
                .then()
                .statusCode(200)
                .extract()
                .<Object>path("items.find { it.kind == '" + kind + "' }"));
    }

    private static Tokens authority(String country) {
        return Tokens.person("authority-" + country)
                .agency(country + "-CA")
                .country(country)
                .agencyType("central-authority")
                .roles("central-authority")
                .purposes(ASSESS);
    }
}
