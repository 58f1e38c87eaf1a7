package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.fault.LogClient.Answer;
import eu.waymark.sandbox.fault.Outbox.Event;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no producer would send: each is refused with a problem that says why, and the log goes on. */
class MalformedIT {

    private static final String SOURCE = "source-of-nonsense";
    private static final int MOST_BYTES = 65_535;
    private static final int MEGABYTE = 1 << 20;

    private final RunningLog log = RunningLog.shared();

    @BeforeEach
    void load() {
        log.fleet().resumeWriting();
    }

    @AfterEach
    void theLogGoesOn() {
        log.fleet().awaitProgress(1);
        assertThat(log.service().isAlive()).isTrue();
    }

    @AfterAll
    static void nothingOfItIsInTheLog() throws SQLException {
        RunningLog.shared().fleet().pass();
        assertThat(RunningLog.shared()
                        .database()
                        .count("select count(*) from guarded.leaf where source = '" + SOURCE + "'"))
                .isZero();
        RunningLog.shared().fleet().rest();
    }

    static Stream<Arguments> notEvents() {
        var event = text(Event.of(SOURCE, 1, "", "x"));
        return Stream.of(
                Arguments.of("a duplicate key", bytes(event.replace("\"v\":", "\"type\":\"x\",\"v\":"))),
                Arguments.of("an unpaired surrogate, escaped", bytes(event.replace("CP-ASSESS", "\\ud800"))),
                Arguments.of(
                        "an unpaired surrogate, encoded",
                        with(event, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80})),
                Arguments.of("invalid UTF-8", with(event, new byte[] {(byte) 0xc3, 0x28})),
                Arguments.of("an overlong encoding", with(event, new byte[] {(byte) 0xc0, (byte) 0xaf})),
                Arguments.of("a zero character", bytes(event.replace("CP-ASSESS", "\\u0000"))),
                Arguments.of("deep nesting", bytes("[".repeat(30_000) + "]".repeat(30_000))),
                Arguments.of("deep nesting inside", bytes(event.replace("\"x\"", "[".repeat(500) + "]".repeat(500)))),
                Arguments.of("a number", bytes(event.replace("\"outcome\":\"0\"", "\"outcome\":0"))),
                Arguments.of(
                        "another order of keys",
                        bytes("{\"v\":\"waymark-audit/1\","
                                + event.substring(1).replace(",\"v\":\"waymark-audit/1\"", ""))),
                Arguments.of("white space", bytes(event.replace("{\"action\"", "{ \"action\""))),
                Arguments.of("something after the end", bytes(event + "{}")),
                Arguments.of("nothing", new byte[0]),
                Arguments.of("no JSON", bytes("seventeen")),
                Arguments.of("another source's name", bytes(event.replace(SOURCE, "source-1"))));
    }

    private static String text(Event event) {
        return new String(event.body(), StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Raw bytes in the place of a text. */
    private static byte[] with(String event, byte[] raw) {
        var at = event.indexOf("CP-ASSESS");
        var all = new ByteArrayOutputStream();
        all.writeBytes(bytes(event.substring(0, at)));
        all.writeBytes(raw);
        all.writeBytes(bytes(event.substring(at + "CP-ASSESS".length())));
        return all.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notEvents")
    void whatIsNoEventIsRefused(String what, byte[] body) throws IOException, InterruptedException {
        // When
        var answer = send(SOURCE, new Event(1, "", body));

        // Then
        assertProblem(answer, 422, "invalid-event");
    }

    @Test
    void anEntryMayHave65535BytesAndNotOneMore() throws IOException, InterruptedException {
        // Given
        var source = "source-of-large-events";
        var outbox = log.fleet().join(source);
        outbox.write(1, MOST_BYTES - Event.of(source, 1, "", "").body().length);
        var largest = outbox.batch(1).getFirst();
        var tooLarge = Event.of(
                source,
                1,
                "",
                "x".repeat(MOST_BYTES + 1 - Event.of(source, 1, "", "").body().length));

        // When
        var refused = send(source, tooLarge);
        var taken = send(source, largest);

        // Then
        assertThat(List.of(largest.body().length, tooLarge.body().length)).containsExactly(65_535, 65_536);
        assertProblem(refused, 422, "invalid-event");
        assertThat(taken.status()).isEqualTo(200);
        outbox.acknowledged(
                1, taken.body().path("acknowledged").path(0).path("leafIndex").asLong());
    }

    @Test
    void aBatchHas500EventsAtMost() throws IOException, InterruptedException {
        // Given
        var outbox = new Outbox(SOURCE);
        outbox.write(501);

        // When
        var answer = log.fleet().client().append(log.service().address(), SOURCE, outbox.batch(501));

        // Then
        assertProblem(answer, 422, "invalid-fields");
    }

    @Test
    void aBodyBeyondTheLimitIsNotRead() throws IOException {
        // Given a request that announces a body and never sends it
        var address = log.service().address();
        var announced =
                "POST /internal/v1/sources/%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                                .formatted(SOURCE, issuer().relay(SOURCE))
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n".formatted(49 * MEGABYTE);

        // When
        String answer;
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(announced));
            answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void aCompressedBodyIsNotUnpacked() throws IOException, InterruptedException {
        // Given a hundred megabytes in a hundred kilobytes
        var bomb = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bomb)) {
            zip.write(bytes("{\"epoch\":1,\"events\":["));
            for (int i = 0; i < 100; i++) {
                zip.write(bytes(" ".repeat(MEGABYTE)));
            }
        }

        // When
        var answer = raw(issuer().relay(SOURCE), bomb.toByteArray(), "Content-Encoding", "gzip");

        // Then
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aWrongOrExpiredTokenOpensNothing() throws IOException, InterruptedException {
        // Given
        var batch = bytes("{\"epoch\":1,\"events\":[{\"seq\":1,\"body\":\"e30=\"}]}");

        // When
        var expired = raw(issuer().token(SOURCE, Duration.ofMinutes(-10), "service"), batch);
        var forged = raw(new Issuer().relay(SOURCE), batch);
        var garbage = raw("garbage", batch);
        var others = raw(issuer().relay("source-1"), batch);
        var person = raw(issuer().token(SOURCE, Duration.ofMinutes(1), "practitioner"), batch);

        // Then
        assertThat(Stream.of(expired, forged, garbage).map(Answer::status)).containsOnly(401);
        assertThat(Stream.of(others, person).map(Answer::status)).containsOnly(403);
        assertThat(Stream.of(expired, forged, garbage, others, person).map(Answer::contentType))
                .allMatch(type -> type.startsWith("application/problem+json"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    void whatIsNoBatchIsRefused(String body) throws IOException, InterruptedException {
        // When
        var answer = raw(issuer().relay(SOURCE), bytes(body));

        // Then
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isNotEmpty();
    }

    static Stream<String> whatIsNoBatchIsRefused() {
        return Stream.of(
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"epoch\":1,\"events\":[]}",
                "{\"epoch\":1,\"events\":[null]}",
                "{\"epoch\":0,\"events\":[{\"seq\":1,\"body\":\"e30=\"}]}",
                "{\"epoch\":1,\"events\":[{\"seq\":0,\"body\":\"e30=\"}]}",
                "{\"epoch\":1,\"events\":[{\"seq\":1,\"body\":\"***\"}]}",
                "{\"epoch\":1,\"events\":[{\"seq\":1}]}",
                "{\"epoch\":99999999999,\"events\":[{\"seq\":1,\"body\":\"e30=\"}]}",
                "{\"epoch\":1,\"more\":1,\"events\":[{\"seq\":1,\"body\":\"e30=\"}]}",
                "[".repeat(100_000));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    void whatIsNoCheckpointIsRefused(String note) throws IOException, InterruptedException {
        // When
        var answer = log.fleet()
                .client()
                .post(log.service().address(), SOURCE, "witness", Map.of("checkpoint", note, "copiesAfter", -1));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    static Stream<String> whatIsNoCheckpointIsRefused() {
        var origin = FaultBench.ORIGIN;
        return Stream.of(
                "",
                "\n\n",
                origin + "\n5\nAAAA\n",
                origin + "\n5\nAAAA\n\n\u2014 " + origin + " AAAA\n",
                origin + "\n-1\n" + "A".repeat(43) + "=\n\n\u2014 " + origin + " " + "A".repeat(92) + "\n",
                "x".repeat(19_999),
                "x".repeat(20_001));
    }

    private Answer send(String source, Event event) throws IOException, InterruptedException {
        return log.fleet().client().append(log.service().address(), source, List.of(event));
    }

    private Answer raw(String token, byte[] body, String... headers) throws IOException, InterruptedException {
        return log.fleet().client().post(log.service().address(), SOURCE, "events", token, body, headers);
    }

    private Issuer issuer() {
        return log.bench().issuer();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("detail").asText()).isNotEmpty();
    }
}
