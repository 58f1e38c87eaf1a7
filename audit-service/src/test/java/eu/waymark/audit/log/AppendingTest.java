package eu.waymark.audit.log;

import static eu.waymark.audit.AuditLog.batch;
import static eu.waymark.audit.AuditLog.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import eu.waymark.audit.AuditLog;
import eu.waymark.audit.SampleEvent;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Tokens;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class AppendingTest {

    private static final String PATH = "/internal/v1/sources/{source}/events";

    private final String source = SampleEvent.freshSource();

    @Test
    void nobodyIsRefused() {
        Api.anonymous().body(batch(1, event(1))).post(PATH, source).then().statusCode(401);
    }

    @Test
    void aPersonIsRefused() {
        // Given
        var person = Tokens.person("eve")
                .agency("FR-69-CRIP")
                .roles("compliance", "operator")
                .client(source);

        // When
        var answer = Api.as(person).body(batch(1, event(1))).post(PATH, source).then();

        // Then
        answer.statusCode(403);
    }

    @Test
    void anotherServiceIsRefused() {
        // Given
        var other = Tokens.service("another-service");

        // When
        var answer = Api.as(other).body(batch(1, event(1))).post(PATH, source).then();

        // Then
        answer.statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void anEmptyBatchIsRefused() {
        send(source, batch(1)).statusCode(422).body("errors.field", hasItem(containsString("events")));
    }

    @Test
    void aBatchOfMoreThanFiveHundredIsRefused() {
        // Given
        var item = Map.of("seq", 1, "body", "e30=");

        // When
        var answer = send(source, Map.of("epoch", 1, "events", Collections.nCopies(501, item)));

        // Then
        answer.statusCode(422);
    }

    @Test
    void anEpochOrNumberBelowOneIsRefused() {
        send(source, Map.of("epoch", 0, "events", List.of(Map.of("seq", 0, "body", "e30="))))
                .statusCode(422)
                .body("errors.size()", is(2));
    }

    @Test
    void anEventThatIsNotCanonicalIsRefused() {
        // Given
        var spaced = (SampleEvent.of(source, 1).json() + " ").getBytes();

        // When
        var answer = send(source, batch(1, spaced));

        // Then
        answer.statusCode(422).body("code", equalTo("invalid-event"));
    }

    @Test
    void anEventOfTheGreatestLengthIsTakenAndALongerOneRefused() {
        // Given
        var longest = SampleEvent.of(source, 1).bytes(65_535);
        var tooLong = SampleEvent.of(source, 2).bytes(65_536);

        // When
        var taken = send(source, batch(1, longest));
        var refused = send(source, batch(2, tooLong));

        // Then
        taken.statusCode(200);
        refused.statusCode(422).body("code", equalTo("invalid-event"));
    }

    @Test
    void aGapIsRefusedAndNamesTheExpectedNumber() {
        // Given
        send(source, batch(1, event(1), event(2))).statusCode(200);

        // When
        var answer = send(source, batch(4, event(4)));

        // Then
        answer.statusCode(409)
                .body("code", equalTo("gap"))
                .body("errors.find { it.field == 'expected' }.message", equalTo("3"));
    }

    @Test
    void anotherEventInATakenPlaceIsRefused() {
        // Given
        send(source, batch(1, event(1))).statusCode(200);

        // When
        var answer = send(source, batch(1, event(1)));

        // Then
        answer.statusCode(409).body("code", equalTo("equivocation"));
    }

    @Test
    void anotherEventUnderATakenIdIsRefused() {
        // Given
        var first = SampleEvent.of(source, 1);
        AuditLog.append(source, first);

        // When
        var answer = send(
                source,
                batch(2, SampleEvent.of(source, 2).with("id", first.id()).bytes()));

        // Then
        answer.statusCode(409).body("code", equalTo("equivocation"));
    }

    @Test
    void aRefusedBatchLeavesNothingBehind() {
        // Given
        var first = event(1);

        // When
        var refused = send(source, batch(1, first, "{}".getBytes()));
        var gap = send(source, Map.of("epoch", 1, "events", List.of(item(1, first), item(3, event(3)))));
        var accepted = send(source, batch(1, first));

        // Then
        refused.statusCode(422);
        gap.statusCode(409);
        accepted.statusCode(200).body("acknowledged.status", contains("new"));
    }

    @Test
    void eventsSentAgainKeepTheirPlace() {
        // Given
        var first = event(1);
        var second = event(2);
        var index = send(source, batch(1, first, second)).extract().jsonPath().getLong("acknowledged[0].leafIndex");

        // When
        var again = send(source, batch(1, first, second, event(3))).extract().jsonPath();

        // Then
        assertThat(again.getList("acknowledged.status")).containsExactly("duplicate", "duplicate", "new");
        assertThat(again.getLong("acknowledged[0].leafIndex")).isEqualTo(index);
        assertThat(again.getLong("acknowledged[1].leafIndex")).isEqualTo(index + 1);
        assertThat(again.getLong("acknowledged[2].leafIndex")).isGreaterThan(index + 1);
    }

    @Test
    void eachEpochCountsAnew() {
        // Given
        send(source, batch(1, event(1), event(2))).statusCode(200);
        var restored = SampleEvent.of(source, 1)
                .src("epoch", "2")
                .with("type", "source.epoch.began")
                .bytes();

        // When
        var answer = send(source, Map.of("epoch", 2, "events", List.of(item(1, restored))));

        // Then
        answer.statusCode(200).body("acknowledged.status", contains("new"));
    }

    @Test
    void anAnswerCarriesTheNewestCheckpoint() {
        // When
        var note = send(source, batch(1, event(1))).extract().jsonPath().getString("checkpoint");

        // Then
        assertThat(note).startsWith("waymark.example/log\n");
    }

    private byte[] event(long seq) {
        return SampleEvent.of(source, seq).bytes();
    }

    private static Map<String, Object> item(long seq, byte[] body) {
        return Map.of("seq", seq, "body", java.util.Base64.getEncoder().encodeToString(body));
    }
}
