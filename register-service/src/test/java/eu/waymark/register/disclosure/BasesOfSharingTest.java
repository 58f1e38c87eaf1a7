package eu.waymark.register.disclosure;

import static eu.waymark.register.disclosure.Shares.PURPOSE;
import static eu.waymark.register.disclosure.Shares.agreed;
import static eu.waymark.register.disclosure.Shares.ask;
import static eu.waymark.register.disclosure.Shares.asked;
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
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which basis who may be told: at once by agreement, otherwise when a person decides (R4, G6). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class BasesOfSharingTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"under_threat = true", "asylum = true", "claims_protection_from = '{RU}'"})
    void whatAnAgreementGaveIsNoLongerReadOnceAMarkAsksForAPersonsDecision(String mark) throws SQLException {
        // Given
        agreed("summary");
        var entry = entry();
        var path = asked(claire);
        read(claire, path).body("status", equalTo("accepted")).body("content.summary", notNullValue());

        // When
        safeguard(entry, mark);

        // Then
        read(claire, path)
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("reason", equalTo("contact-central-authority"))
                .body("sections", hasSize(0))
                .body("content", nullValue());
        read(kent(), path).body("status", equalTo("accepted"));

        // When the holder decides for the very same sections, it is a person's decision
        share(path, 1, "change", "measure", "risk", "summary").statusCode(200);

        // Then
        read(claire, path)
                .body("status", equalTo("accepted"))
                .body("givenBy", equalTo("holder"))
                .body("content.summary", notNullValue());
    }

    @Test
    void nothingIsSharedOnABasisOrAnAgreementThatHasLapsedSinceItWasAsked() throws SQLException {
        // Given
        entry();
        var path = asked(claire);
        try {
            // When
            owner(
                    "update legal_basis_party set valid_to = current_date where basis = 'hague-1996-34' and country = 'FR'");

            // Then
            share(path, 0, "accept", "measure").statusCode(403).body("code", equalTo("basis-not-in-force"));
        } finally {
            owner("update legal_basis_party set valid_to = null where basis = 'hague-1996-34' and country = 'FR'");
        }
        share(path, 0, "accept", "measure", "risk").statusCode(200);
        try {
            owner("update agreement set valid_to = current_date where id = 'FR-GB-HAGUE'");
            share(path, 1, "change", "measure", "summary").statusCode(403).body("code", equalTo("no-agreement"));
            share(path, 1, "change", "measure").statusCode(200);
            decide(path, 2, "{\"decision\":\"revoke\",\"reason\":\"contact-central-authority\"}")
                    .statusCode(200);
            share(path, 3, "share-again", "measure").statusCode(403).body("code", equalTo("no-agreement"));
        } finally {
            owner("update agreement set valid_to = null where id = 'FR-GB-HAGUE'");
        }
        share(path, 3, "share-again", "measure").statusCode(200);
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
}
