package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.audit.AuditProblem;
import eu.waymark.audit.SampleEvent;
import eu.waymark.platform.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeafTest {

    private static final String SOURCE = "register-service";

    @Test
    void aCanonicalEventIsKeptByteForByte() {
        // Given
        var body = event().src("prev", "abc=").with("case", "69-2026-0042").bytes();

        // When
        var leaf = Leaf.read(SOURCE, 1, new Numbered(7, body));

        // Then
        assertThat(leaf.body()).isEqualTo(body);
        assertThat(leaf.event().caseReference()).isEqualTo("69-2026-0042");
        assertThat(leaf.event().subjects()).containsExactly("tag-of-a-child-01");
    }

    @Test
    void anEventWithoutAnythingOptionalIsEnough() {
        // Given
        var body =
                event().without("agent").without("purpose").without("subjects").bytes();

        // When
        var leaf = Leaf.read(SOURCE, 1, new Numbered(7, body));

        // Then
        assertThat(leaf.event().actor()).isEqualTo(AuditEvent.Agent.NOBODY);
        assertThat(leaf.event().subjects()).isEmpty();
    }

    @Test
    void anEventOfThePermittedLengthIsTakenAndOneByteMoreRefused() {
        // Given
        var longest = event().bytes(Leaf.MAX_BYTES);
        var tooLong = event().bytes(Leaf.MAX_BYTES + 1);

        // When
        var leaf = Leaf.read(SOURCE, 1, new Numbered(7, longest));

        // Then
        assertThat(leaf.body()).hasSize(65_535);
        assertRefused(tooLong);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                bad("another source", event().src("id", "identity-service")),
                bad("another epoch", event().src("epoch", "2")),
                bad("another seq", event().src("seq", "8")),
                bad("a seq in another spelling", event().src("seq", "07")),
                bad("a number", event().with("returned", 3)),
                bad("null", withNull()),
                bad("a boolean deep inside", event().with("notes", Map.of("urgent", true))),
                bad("an unknown member", event().with("colour", "red")),
                bad("a missing member", event().without("recorded")),
                bad("another version", event().with("v", "waymark-audit/2")),
                bad("an id that is no UUID", event().with("id", "17")),
                bad("a UUID in capitals", event().with("id", "4AC0A3F1-66C5-4F4C-9B0E-0E6B1F0C2D11")),
                bad("an unknown action", event().with("action", "X")),
                bad("an unknown outcome", event().with("outcome", "5")),
                bad("a time that is none", event().with("recorded", "yesterday")),
                bad("a count that is none", event().with("returned", "many")),
                bad("a tag that no index holds", event().with("subjects", List.of("x".repeat(201)))),
                bad("a case that no index holds", event().with("case", "x".repeat(201))),
                bad("an actor that no index holds", event().agent("who", "x".repeat(201))),
                bad("text that PostgreSQL cannot keep", event().with("type", "a\0b")),
                bad("nesting", event().with("notes", Map.of("a", List.of(List.of(List.of("b")))))),
                Arguments.of("nothing", ""),
                Arguments.of("an array", "[]"),
                Arguments.of("no JSON", "{"),
                Arguments.of("nesting that would exhaust the stack", "[".repeat(60_000)),
                Arguments.of("white space", event().json().replace(",", ", ")),
                Arguments.of("trailing white space", event().json() + " "),
                Arguments.of("something behind it", event().json() + "{}"),
                Arguments.of(
                        "keys in another order",
                        "{\"v\":\"waymark-audit/1\"," + event().json().substring(1)),
                Arguments.of("an escape where none is due", event().json().replace("FR-69", "\\u0046R-69")),
                Arguments.of("a lone surrogate", event().json().replace("FR-69", "\\ud800")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anythingElseIsRefused(String what, String json) {
        assertRefused(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void malformedUtf8IsRefused() {
        // Given
        var body = event().bytes();
        body[body.length - 20] = (byte) 0xff;

        // Then
        assertRefused(body);
    }

    @Test
    void aRefusalRepeatsNothingOfTheEvent() {
        // Given
        var body = event().with("type", "anna.koval").with("colour", "koval").bytes();

        // Then
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Leaf.read(SOURCE, 1, new Numbered(7, body)))
                .satisfies(problem -> assertThat(problem.detail()).doesNotContain("koval"));
    }

    @Test
    void aLeafWhoseDetailsWereErasedIsTakenOnlyWhereItIsBroughtBack() {
        // Given
        var details = "gone".getBytes(StandardCharsets.UTF_8);
        var body = event().with(
                        "sealed",
                        new java.util.TreeMap<>(Map.of(
                                "alg",
                                "HPKE",
                                "kid",
                                "1",
                                "sha256",
                                Base64.getEncoder().encodeToString(Digests.sha256(details)))))
                .bytes();

        // Then
        assertRefused(body);
        assertThat(Leaf.readRestored(SOURCE, 1, new Numbered(7, body)).sealed()).isNull();
        assertThat(Leaf.readRestored(SOURCE, 1, new Numbered(7, body, details)).sealed())
                .isEqualTo(details);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Leaf.readRestored(SOURCE, 1, new Numbered(7, body, new byte[] {1})));
    }

    @Test
    void onlyIdentityErasesAndOnlyWhatItHasDone() {
        assertThat(erasure("identity-service", "0")).isTrue();
        assertThat(erasure("identity-service", "8")).isFalse();
        assertThat(erasure("register-service", "0")).isFalse();
        assertThat(Leaf.read(SOURCE, 1, new Numbered(7, event().bytes()))
                        .event()
                        .isErasure())
                .isFalse();
    }

    private static boolean erasure(String source, String outcome) {
        var body = SampleEvent.of(source, 7)
                .with("type", "identity.person.erased")
                .with("outcome", outcome)
                .bytes();
        return Leaf.read(source, 1, new Numbered(7, body)).event().isErasure();
    }

    private static void assertRefused(byte[] body) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Leaf.read(SOURCE, 1, new Numbered(7, body)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(AuditProblem.INVALID_EVENT));
    }

    private static SampleEvent event() {
        return SampleEvent.of(SOURCE, 7);
    }

    private static SampleEvent withNull() {
        return event().with("purpose", com.fasterxml.jackson.databind.node.NullNode.instance);
    }

    private static Arguments bad(String what, SampleEvent event) {
        return Arguments.of(what, event.json());
    }
}
