package eu.waymark.register.disclosure;

import static eu.waymark.register.disclosure.Shares.PURPOSE;
import static eu.waymark.register.disclosure.Shares.agreed;
import static eu.waymark.register.disclosure.Shares.asked;
import static eu.waymark.register.disclosure.Shares.authority;
import static eu.waymark.register.disclosure.Shares.entry;
import static eu.waymark.register.disclosure.Shares.kent;
import static eu.waymark.register.disclosure.Shares.owner;
import static eu.waymark.register.disclosure.Shares.read;
import static eu.waymark.register.disclosure.Shares.safeguard;
import static eu.waymark.register.disclosure.Shares.share;
import static eu.waymark.register.disclosure.Shares.withhold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not told, and that nobody learns why (F7). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class WithholdingTest {

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
    void aDecisionNotToShareTakesBackWhatAnAgreementGave() throws SQLException {
        // Given
        agreed("summary");
        var entry = entry();
        var path = asked(claire);
        read(claire, path).body("content.summary", notNullValue());

        // When
        withhold(kent(), entry, ",\"agency\":\"FR-69-CRIP\",\"sections\":[\"summary\"]")
                .statusCode(201);

        // Then
        read(claire, path)
                .body("sections", equalTo(List.of("measure", "risk")))
                .body("content.measure", notNullValue())
                .body("content.summary", nullValue());
        withhold(kent(), entry, ",\"agency\":\"FR-69-CRIP\"").statusCode(201);
        read(claire, path).body("status", equalTo("refused")).body("content", nullValue());
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

    private static ValidatableResponse end(String id) {
        return Api.as(kent(), PURPOSE)
                .header("If-Match", "\"0\"")
                .post(Scene.DISCLOSURES + "/withheld/" + id + "/end")
                .then();
    }
}
