package eu.waymark.register.disclosure;

import static eu.waymark.register.disclosure.Shares.PURPOSE;
import static eu.waymark.register.disclosure.Shares.agreed;
import static eu.waymark.register.disclosure.Shares.ask;
import static eu.waymark.register.disclosure.Shares.asked;
import static eu.waymark.register.disclosure.Shares.authority;
import static eu.waymark.register.disclosure.Shares.decide;
import static eu.waymark.register.disclosure.Shares.entry;
import static eu.waymark.register.disclosure.Shares.hit;
import static eu.waymark.register.disclosure.Shares.kent;
import static eu.waymark.register.disclosure.Shares.owner;
import static eu.waymark.register.disclosure.Shares.read;
import static eu.waymark.register.disclosure.Shares.safeguard;
import static eu.waymark.register.disclosure.Shares.share;
import static eu.waymark.register.disclosure.Shares.told;
import static eu.waymark.register.disclosure.Shares.withhold;
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
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be told what: at once by agreement, or by the holder, section by section, and taken back (R4, F6, F7, F18, G6). */
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

    @AfterEach
    void byRequestOnly() throws SQLException {
        agreed("request");
    }

    @Test
    void anAgreementDisclosesTheSummaryAtOnceAndNoMore() throws SQLException {
        // Given
        agreed("summary");
        var entry = entry();
        write(entry, "contacts", "The aunt in Dover.").statusCode(200);

        // When
        var path = asked(claire);

        // Then
        read(claire, path)
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("givenBy", equalTo("agreement"))
                .body("sections", equalTo(List.of("measure", "risk", "summary")))
                .body("content.summary", containsString("Core group"))
                .body("content.contacts", nullValue())
                .body(not(containsString("Dover")));
        assertThat(told(kent(), "disclosure-given", path)).isEqualTo(1);
        history(path)
                .body("[0].decision", equalTo("by-agreement"))
                .body("[0].agreement", equalTo("FR-GB-HAGUE"))
                .body("[0].article", containsString("article 34"))
                .body("[0].recipient", equalTo("FR-69-CRIP"))
                .body("[0].purpose", equalTo(PURPOSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"under_threat = true", "asylum = true", "claims_protection_from = '{RU}'"})
    void whereDangerProtectionOrAsylumIsMarkedAPersonDecides(String mark) throws SQLException {
        agreed("summary");
        var entry = entry();
        safeguard(entry, mark);
        var path = asked(claire);
        read(claire, path).body("status", equalTo("requested")).body("content", nullValue());
        assertThat(told(kent(), "disclosure-requested", path)).isEqualTo(1);
        share(path, 0, "accept", "measure").statusCode(200);
        read(claire, path).body("content.measure", notNullValue()).body("content.summary", nullValue());
    }

    @Test
    void aBasisHasPartiesAndDates() throws SQLException {
        entry();
        var handle = hit(claire);
        for (var basis :
                List.of("brussels-2b-80", "national-law", "vital-interests", "hague-1996-36", "no-such-basis")) {
            ask(claire, basis, handle).statusCode(403).body("code", equalTo("basis-not-in-force"));
        }
        try {
            owner(
                    "update legal_basis_party set valid_to = current_date where basis = 'hague-1996-34' and country = 'FR'");
            ask(claire, Shares.BASIS, handle).statusCode(403).body("code", equalTo("basis-not-in-force"));
        } finally {
            owner("update legal_basis_party set valid_to = null where basis = 'hague-1996-34' and country = 'FR'");
        }
        ask(claire, Shares.BASIS, handle).statusCode(201);
    }

    @Test
    void brusselsNeverBindsTheUnitedKingdomOrDenmark() throws SQLException {
        assertThat(
                        count(
                                "select count(*) from legal_basis_party where basis like 'brussels-2b-%' and country in ('GB', 'DK')"))
                .isZero();
        assertThat(count("select count(distinct country) from legal_basis_party where basis = 'brussels-2b-80'"))
                .isEqualTo(26);
        Api.as(claire)
                .get("/api/register/v1/legal-bases")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'brussels-2b-80' }.parties", hasSize(26))
                .body("items.find { it.code == 'hague-1996-34' }.parties.country", hasItem("GB"));
    }

    @Test
    void withinOneCountryItsOwnLawIsTheBasis() {
        entry();
        var tom = Shares.worker("tom-" + UUID.randomUUID(), "GB-LEEDS", "practitioner");
        var handle = hit(tom);
        ask(tom, Shares.BASIS, handle).statusCode(403);
        ask(tom, "national-law", handle)
                .statusCode(201)
                .body("agreement", nullValue())
                .body("status", equalTo("requested"));
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
    void whereToTellWouldEndangerTheAnswerSaysOnlyWhomToContact() throws SQLException {
        // Given: one entry says that to tell endangers, of another there is a decision not to share
        agreed("summary");
        var endangered = entry();
        safeguard(endangered, "transmission_danger = true");
        var first = asked(claire);
        withhold(kent(), entry(), "").statusCode(201);
        var second = asked(claire);

        // Then: nothing distinguishes why
        var one = read(claire, first)
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("reason", equalTo("contact-central-authority"))
                .body("content", nullValue())
                .extract()
                .<Map<String, Object>>path("$");
        var other = read(claire, second).statusCode(200).extract().<Map<String, Object>>path("$");
        assertThat(one.keySet()).isEqualTo(other.keySet());
        assertThat(one)
                .usingRecursiveComparison()
                .ignoringFields("id", "askedAt", "decidedAt", "escalation")
                .isEqualTo(other);
        share(first, 0, "accept", "measure").statusCode(409);
        Api.as(claire, PURPOSE).post(first + "/escalations").then().statusCode(200);
        read(authority(), first).statusCode(200).body("status", equalTo("requested"));

        // twin: the holder decides all the same where only its own decision stood against it
        share(second, 0, "accept", "measure").statusCode(200);
        read(claire, second).body("status", equalTo("accepted"));
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
    void theDecisionNotToShareIsARecordWithItsReasoningSealed() throws SQLException {
        // Given
        var entry = entry();

        // When
        var id = withhold(kent(), entry, ",\"country\":\"FR\",\"sections\":[\"contacts\"]")
                .statusCode(201)
                .body("decidedBy", equalTo("Name of sarah"))
                .extract()
                .<String>path("id");

        // Then
        var place = Scene.DISCLOSURES + "/withheld";
        Api.as(kent(), PURPOSE)
                .get(place)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("items[0].reasoning", nullValue());
        read(kent(), place + "/" + id).body("reasoning", containsString("cousin"));
        read(Shares.worker("tom", "GB-LEEDS", "practitioner"), place + "/" + id).statusCode(404);
        withhold(Shares.worker("tom", "GB-LEEDS", "practitioner"), entry, "").statusCode(404);
        withhold(kent(), entry, ",\"country\":\"FR\",\"agency\":\"FR-69-CRIP\"").statusCode(422);
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows =
                        statement.executeQuery("select reasoning from guarded.withholding where id = '" + id + "'")) {
            rows.next();
            assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain("cousin");
        }
        end(id).statusCode(200).body("endedAt", notNullValue());
        end(id).statusCode(409);
    }

    @Test
    void aPartialDecisionNotToShareNarrowsWhatAnAgreementDiscloses() throws SQLException {
        agreed("summary");
        withhold(kent(), entry(), ",\"agency\":\"FR-69-CRIP\",\"sections\":[\"summary\"]")
                .statusCode(201);
        read(claire, asked(claire))
                .body("status", equalTo("accepted"))
                .body("sections", equalTo(List.of("measure", "risk")));
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

    private static io.restassured.response.ValidatableResponse history(String path) {
        return Api.as(kent(), PURPOSE).get(path + "/decisions").then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse listed(Tokens by) {
        return Api.as(by, PURPOSE).get(Scene.DISCLOSURES).then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse end(String id) {
        return Api.as(kent(), PURPOSE)
                .header("If-Match", "\"0\"")
                .post(Scene.DISCLOSURES + "/withheld/" + id + "/end")
                .then();
    }

    private static int count(String query) throws SQLException {
        try (var owner = Database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
