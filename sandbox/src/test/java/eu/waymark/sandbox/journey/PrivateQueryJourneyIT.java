package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.matching.BirthDate;
import eu.waymark.matching.Demographics;
import eu.waymark.matching.PersonName;
import eu.waymark.matching.Sex;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivateQuestion;
import eu.waymark.sandbox.state.Json;
import eu.waymark.sandbox.state.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agency asks whether a child is known, and neither name nor birth leaves it. */
class PrivateQueryJourneyIT {

    private static final String PATH = "/api/identity/v1/private-queries";
    private static final String EPOCH = "sandbox";

    private static Waymark waymark;
    private static Person claireInLyon;
    private static Instant began;

    @BeforeAll
    static void start() {
        waymark = Waymark.running();
        claireInLyon = waymark.practitioner("claire.fr").forCase("2026/417");
        began = Instant.now(Clock.systemUTC());
        Casework.record(waymark.practitioner("sarah.gb"), Child.RUZENA);
    }

    @Test
    void whoIsKnownAbroadIsAHitThatNamesACountrysDeskAndLooksLikeAnyAnswer() throws IOException {
        // When
        var hit = claireInLyon.post(PATH, question("Ruzena", "Vlckova", "2014-10-13"));
        var none = claireInLyon.post(PATH, question("Quirina", "Oberhuber", "2012-02-02"));

        // Then
        assertThat(hit.expect(200).string("answer")).isEqualTo("HIT");
        assertThat(hit.body().path("contact").path("name").asText()).isEqualTo("United Kingdom national duty desk");
        assertThat(none.expect(200).string("answer")).isEqualTo("NO-HIT");
        assertThat(none.string("notice")).contains("no proof of safety");
        assertThat(bytes(hit)).isEqualTo(bytes(none));
    }

    @Test
    void theQuestionIsOnRecordWithoutAName() throws IOException {
        // When
        var answer = claireInLyon.post(PATH, question("Ruzena", "Vlckova", "2014-10-13"));

        // Then
        var events = new AuditTrail(waymark.compliance("paul.fr"), began).awaitRequest(answer.requestId(), 1);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().path("type").asText()).isEqualTo("identity.private-query");
        assertThat(events.getFirst().toString()).doesNotContainIgnoringCase("vlckova");
    }

    private static int bytes(Answer answer) {
        return answer.text().getBytes(StandardCharsets.UTF_8).length;
    }

    private static JsonNode question(String given, String family, String birth) throws IOException {
        var state = waymark.sandbox().settings().state();
        var secret = Base64.getDecoder().decode(Secrets.open(state).key("identity.clk-key"));
        var child = new Demographics(
                List.of(PersonName.of(given, family)), List.of(BirthDate.parse(birth)), Sex.FEMALE, Set.of());
        var encoded = (Encoded) new ClkEncoder(ClkKey.of(secret, EPOCH)).question(child);
        return Json.mapper().readTree(PrivateQuestion.json(EPOCH, encoded));
    }
}
