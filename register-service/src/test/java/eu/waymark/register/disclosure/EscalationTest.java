package eu.waymark.register.disclosure;

import static eu.waymark.register.disclosure.Shares.PURPOSE;
import static eu.waymark.register.disclosure.Shares.asked;
import static eu.waymark.register.disclosure.Shares.authority;
import static eu.waymark.register.disclosure.Shares.entry;
import static eu.waymark.register.disclosure.Shares.kent;
import static eu.waymark.register.disclosure.Shares.owner;
import static eu.waymark.register.disclosure.Shares.read;
import static eu.waymark.register.disclosure.Shares.safeguard;
import static eu.waymark.register.disclosure.Shares.share;
import static eu.waymark.register.disclosure.Shares.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the central authority decides about a refusal that was taken to it (F6). */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class EscalationTest {

    private static final String REFUSE = "{\"decision\":\"refuse\",\"reason\":\"contact-central-authority\"}";

    @Inject
    WatchingDisclosures watching;

    private Tokens claire = Scene.claire("nobody-yet");
    private String entry = "";
    private String path = "";

    @BeforeEach
    void claireAsksForContent() {
        claire = Scene.claire("claire-" + UUID.randomUUID());
        Scene.directory();
        entry = entry();
        path = asked(claire);
    }

    @Test
    void theHolderDecidesAnewWhatItsAuthorityReopens() {
        // Given
        refusedAndEscalated();

        // When
        rule(authority(), "reopen", 2).statusCode(200).body("escalationDecision", equalTo("reopened"));

        // Then: as asked now, with a clock of its own
        read(claire, path)
                .body("status", equalTo("requested"))
                .body("reason", nullValue())
                .body("escalationDecision", equalTo("reopened"));
        assertThat(told(kent(), "disclosure-reopened", path)).isEqualTo(1);
        assertThat(told(claire, "disclosure-reopened", path)).isEqualTo(1);
        share(path, 3, "accept", "measure").statusCode(200);
        read(claire, path).body("status", equalTo("accepted")).body("content.measure", notNullValue());
        rule(authority(), "uphold", 4).statusCode(409);
    }

    @Test
    void whatWasOverdueAndIsThenRefusedTheAskerTakesToItAllTheSame() throws SQLException {
        // Given
        owner("update guarded.disclosure set due_until = now() - interval '1 minute' where id = '"
                + path.substring(path.lastIndexOf('/') + 1) + "'");
        watching.run();
        int overdue = read(kent(), path).extract().path("version");
        Shares.decide(path, overdue, REFUSE).statusCode(200);
        read(claire, path).body("escalation", equalTo(path + "/escalations"));

        // When
        Api.as(claire, PURPOSE).post(path + "/escalations").then().statusCode(200);

        // Then
        assertThat(told(authority(), "disclosure-overdue", path)).isEqualTo(1);
        assertThat(told(authority(), "disclosure-escalated", path)).isEqualTo(1);
        read(claire, path).body("escalatedAt", notNullValue()).body("escalation", nullValue());
        rule(authority(), "reopen", overdue + 2).statusCode(200);

        // Then: what is refused again is final here
        Shares.decide(path, overdue + 3, REFUSE).statusCode(200);
        read(claire, path).body("status", equalTo("refused")).body("escalation", nullValue());
        Api.as(claire, PURPOSE)
                .post(path + "/escalations")
                .then()
                .statusCode(409)
                .body("detail", containsString("your own central authority"));
    }

    @Test
    void whatItUpholdsStaysRefused() {
        refusedAndEscalated();
        rule(authority(), "uphold", 2).statusCode(200);
        read(claire, path).body("status", equalTo("refused")).body("escalationDecision", equalTo("upheld"));
        assertThat(told(claire, "disclosure-upheld", path)).isEqualTo(1);
        assertThat(told(kent(), "disclosure-reopened", path)).isZero();
        rule(authority(), "reopen", 3).statusCode(409);
    }

    @Test
    void itSharesNothingItselfAndNobodyElseDecides() {
        refusedAndEscalated();
        rule(claire, "reopen", 2).statusCode(403);
        rule(kent(), "reopen", 2).statusCode(403);
        rule(authority(), "accept", 2).statusCode(422).body("errors[0].field", equalTo("decision"));
        rule(authority(), "reopen", 1).statusCode(412);
        Api.as(authority(), PURPOSE)
                .header("If-Match", "\"2\"")
                .body("{\"decision\":\"accept\",\"necessity\":\"It is needed.\"}")
                .post(path + "/decisions")
                .then()
                .statusCode(403);
        read(authority(), path).statusCode(200).body("content", nullValue()).body(not(containsString("Core group")));
    }

    @Test
    void whatWasNotTakenToItAnAuthorityCannotDecide() {
        Shares.decide(path, 0, REFUSE).statusCode(200);
        rule(authority(), "reopen", 1).statusCode(404);
    }

    @Test
    void whereToTellWouldEndangerTheAskerLearnsOfNoReopening() throws SQLException {
        // Given
        safeguard(entry, "transmission_danger = true");
        Api.as(claire, PURPOSE).post(path + "/escalations").then().statusCode(200);
        var before = read(claire, path).extract().asString();

        // When
        rule(authority(), "reopen", 1).statusCode(200);

        // Then
        assertThat(read(claire, path).extract().asString()).isEqualTo(before);
        assertThat(told(claire, "disclosure-reopened", path)).isZero();
        assertThat(told(kent(), "disclosure-reopened", path)).isEqualTo(1);
    }

    @Test
    void ofManyDecisionsAtOnceOneCountsAndNoneChangesIt() throws Exception {
        // Given
        refusedAndEscalated();
        Callable<Integer> uphold =
                () -> rule(authority(), "uphold", 2).extract().statusCode();
        Callable<Integer> reopen =
                () -> rule(authority(), "reopen", 2).extract().statusCode();

        // When
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers =
                    threads
                            .invokeAll(IntStream.range(0, 6)
                                    .mapToObj(i -> i % 2 == 0 ? uphold : reopen)
                                    .toList())
                            .stream()
                            .map(Future::resultNow)
                            .toList();

            // Then
            assertThat(answers).filteredOn(code -> code == 200).hasSize(1);
            assertThat(answers).filteredOn(code -> code == 409 || code == 412).hasSize(5);
        }
        assertThatThrownBy(() -> owner("update guarded.disclosure set escalation_decided_by = 'somebody' where id = '"
                        + path.substring(path.lastIndexOf('/') + 1) + "'"))
                .hasMessageContaining("decided once");
    }

    private void refusedAndEscalated() {
        Shares.decide(path, 0, REFUSE).statusCode(200);
        Api.as(claire, PURPOSE).post(path + "/escalations").then().statusCode(200);
    }

    private ValidatableResponse rule(Tokens by, String decision, int seen) {
        return Api.as(by, PURPOSE)
                .header("If-Match", "\"" + seen + "\"")
                .body("{\"decision\":\"" + decision + "\"}")
                .post(path + "/escalations/decisions")
                .then();
    }
}
