package eu.waymark.register.disclosure;

import static eu.waymark.register.disclosure.Shares.PURPOSE;
import static eu.waymark.register.disclosure.Shares.ask;
import static eu.waymark.register.disclosure.Shares.asked;
import static eu.waymark.register.disclosure.Shares.authority;
import static eu.waymark.register.disclosure.Shares.count;
import static eu.waymark.register.disclosure.Shares.decide;
import static eu.waymark.register.disclosure.Shares.entry;
import static eu.waymark.register.disclosure.Shares.history;
import static eu.waymark.register.disclosure.Shares.hit;
import static eu.waymark.register.disclosure.Shares.kent;
import static eu.waymark.register.disclosure.Shares.owner;
import static eu.waymark.register.disclosure.Shares.read;
import static eu.waymark.register.disclosure.Shares.safeguard;
import static eu.waymark.register.disclosure.Shares.share;
import static eu.waymark.register.disclosure.Shares.told;
import static eu.waymark.register.disclosure.Shares.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the holder tells, section by section, in time, and takes back (F6, F18). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class SharingTest {

    @Inject
    WatchingDisclosures watching;

    private Tokens claire = Scene.claire("nobody-yet");

    @BeforeEach
    void directory() {
        claire = Scene.claire("claire-" + UUID.randomUUID());
        Scene.directory();
    }

    @Test
    void whatIsSharedIsWidenedNarrowedRevokedAndSharedAgain() {
        // Given
        var entry = entry();
        write(entry, "safe-contact-rules", "Never by the father's number.").statusCode(200);
        var path = asked(claire);
        decide(path, 0, "{\"decision\":\"accept\",\"sections\":[\"measure\"]}")
                .statusCode(422)
                .body("errors[0].field", equalTo("necessity"));
        share(path, 0, "accept", "measure").statusCode(200);
        read(claire, path).body("content.risk", nullValue()).body("content.measure", notNullValue());

        // When: widened
        share(path, 1, "change", "measure", "risk", "safe-contact-rules").statusCode(200);
        read(claire, path)
                .body("content.risk", equalTo("high"))
                .body("content.safeContactRules", containsString("Never"));
        share(path, 2, "change", "risk", "measure", "safe-contact-rules").statusCode(409);

        // When: narrowed
        share(path, 2, "change", "risk").statusCode(200);
        read(claire, path).body("content.measure", nullValue()).body("content.safeContactRules", nullValue());

        // When: revoked
        decide(path, 3, "{\"decision\":\"revoke\"}").statusCode(422);
        decide(path, 3, "{\"decision\":\"revoke\",\"reason\":\"shared-by-mistake\"}")
                .statusCode(200);
        assertThat(told(claire, "disclosure-revoked", path)).isEqualTo(1);
        read(claire, path)
                .statusCode(410)
                .body("code", equalTo("disclosure-revoked"))
                .body(not(containsString("high")));
        listed(claire).body("items[0].status", equalTo("revoked")).body("items[0].sections", hasSize(0));
        share(path, 4, "accept", "risk").statusCode(409);

        // When: shared again
        share(path, 4, "share-again", "summary").statusCode(200);
        read(claire, path).statusCode(200).body("content.summary", containsString("Core group"));

        // Then
        history(path)
                .body("decision", equalTo(List.of("share-again", "revoke", "change", "change", "accept")))
                .body("necessity[4]", containsString("Lyon assesses"));
        Api.as(claire, PURPOSE).get(path + "/decisions").then().statusCode(403);
    }

    @Test
    void whatWasSharedIsKeptOnceToTellWouldEndanger() throws SQLException {
        var entry = entry();
        var path = asked(claire);
        share(path, 0, "accept", "summary").statusCode(200);
        read(claire, path).body("content.summary", notNullValue());
        safeguard(entry, "transmission_danger = true");
        read(claire, path)
                .body("reason", equalTo("contact-central-authority"))
                .body("content", nullValue())
                .body("sections", hasSize(0));
        listed(claire).body("items[0].reason", equalTo("contact-central-authority"));
    }

    @Test
    void aCountryFromWhichProtectionIsClaimedReadsNothingNotEvenThatThereIsSomething() throws SQLException {
        var entry = entry();
        var path = asked(claire);
        var handle = hit(claire);
        safeguard(entry, "claims_protection_from = '{FR}'");
        read(claire, path).statusCode(404);
        listed(claire).body("items.id", not(hasItem(path.substring(path.lastIndexOf('/') + 1))));
        ask(claire, Shares.BASIS, handle).statusCode(404);
        read(kent(), path).statusCode(200);
    }

    @Test
    void theHolderIsRemindedAndWhatIsOverdueGoesToItsCentralAuthority() throws SQLException {
        // Given
        entry();
        var path = asked(claire);
        read(authority(), path).statusCode(404);
        var id = path.substring(path.lastIndexOf('/') + 1);

        // When
        owner("update guarded.disclosure set asked_at = now() - interval '9 days', due_until = now() + interval '1 day'"
                + " where id = '" + id + "'");
        watching.run();
        watching.run();
        assertThat(told(kent(), "disclosure-due-soon", path)).isEqualTo(1);
        owner("update guarded.disclosure set due_until = now() - interval '1 minute' where id = '" + id + "'");
        watching.run();
        watching.run();

        // Then
        assertThat(told(authority(), "disclosure-overdue", path)).isEqualTo(1);
        assertThat(told(claire, "disclosure-overdue", path)).isEqualTo(1);
        read(authority(), path).statusCode(200);
        read(claire, path).body("status", equalTo("requested"));
    }

    @Test
    void inDangerTheAnswerIsDueInHours() throws SQLException {
        entry();
        var handle = hit(claire);
        owner("update agreement set purposes = '{CP-ASSESS,CP-EMERGENCY}' where id = 'FR-GB-HAGUE'");
        Api.as(Shares.worker(claire.toString(), "FR-69-CRIP", "practitioner"), "CP-EMERGENCY")
                .header("Legal-Basis", Shares.BASIS)
                .body("{\"handle\":\"" + handle + "\"}")
                .post(Scene.DISCLOSURES)
                .then()
                .statusCode(201);
        assertThat(count("select count(*) from guarded.disclosure where handle = '" + handle
                        + "' and clock_rule = 'OURS-DANGER' and due_until = asked_at + interval '24 hours'"))
                .isEqualTo(1);
    }

    private static ValidatableResponse listed(Tokens by) {
        return Api.as(by, PURPOSE).get(Scene.DISCLOSURES).then().statusCode(200);
    }
}
