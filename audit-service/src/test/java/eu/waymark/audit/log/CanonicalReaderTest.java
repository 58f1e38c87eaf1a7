package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.audit.SampleEvent;
import eu.waymark.audit.log.CanonicalReader.NotCanonicalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalReaderTest {

    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** What has an escape, what has none, what sorts otherwise in UTF-8 than in UTF-16, what is outside of it all. */
    private static final String[] LETTERS = {
        "a", "Z", "0", "\"", "\\", "/", "\b", "\f", "\n", "\r", "\t", "\u0001", "\u001f", "\u007f", "\u0080", "é", "Ж",
        "\u2028", "\ufb33", "\uffff", "😀", "𐐷", ",", ":", "{", "}", "[", "]", " "
    };

    private final Random random = new Random(8785);

    @Test
    void whatTheCanonicalizerOfTheProducersWritesIsReadAsItWasMeant() throws Exception {
        for (var i = 0; i < 3_000; i++) {
            // Given
            var node = object(3);
            var canonical = new JsonCanonicalizer(STRICT.writeValueAsBytes(node)).getEncodedUTF8();

            // When
            var read = CanonicalReader.read(canonical);

            // Then
            assertThat(STRICT.<JsonNode>valueToTree(read)).isEqualTo(node);
        }
    }

    @Test
    void whateverIsDoneToCanonicalBytesIsTakenExactlyIfItIsCanonicalStill() throws Exception {
        var taken = 0;
        for (var i = 0; i < 12_000; i++) {
            // Given
            var original = i % 2 == 0
                    ? new JsonCanonicalizer(STRICT.writeValueAsBytes(object(3))).getEncodedUTF8()
                    : SampleEvent.of("register-service", 7).bytes();
            var changed = changed(original);

            // When
            var isTaken = isTaken(changed);

            // Then
            assertThat(isTaken)
                    .as(new String(changed, StandardCharsets.UTF_8))
                    .isEqualTo(isCanonicalObjectOfStrings(changed));
            taken += isTaken ? 1 : 0;
        }
        assertThat(taken).as("both answers are tried").isBetween(200, 11_800);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"a\"",
                "[]",
                "{",
                "{}{}",
                "{} ",
                "{\"a\"}",
                "{\"a\":\"b\",}",
                "{\"a\":[\"b\",]}",
                "{\"a\":[\"b\"}",
                "{\"a\": \"b\"}",
                "{\"a\":\"\\u0062\"}",
                "{\"b\":\"\",\"a\":\"\"}",
                "{\"a\":\"\",\"a\":\"\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u000A\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":1}",
                "{\"a\":true}",
                "{\"a\":null}",
                "{\"a\":[[[[\"b\"]]]]}",
                "{\"a"
            })
    void nothingElsePasses(String text) {
        assertThatExceptionOfType(NotCanonicalException.class)
                .isThrownBy(() -> CanonicalReader.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void utf8ThatEncodesASurrogateIsNone() {
        // Given
        var bytes = "{\"a\":\"...\"}".getBytes(StandardCharsets.US_ASCII);
        bytes[6] = (byte) 0xed;
        bytes[7] = (byte) 0xa0;
        bytes[8] = (byte) 0x80;

        // Then
        assertThatExceptionOfType(NotCanonicalException.class).isThrownBy(() -> CanonicalReader.read(bytes));
    }

    private static boolean isTaken(byte[] bytes) {
        try {
            return !CanonicalReader.read(bytes).containsKey("impossible");
        } catch (NotCanonicalException refused) {
            return false;
        }
    }

    /** By a strict parser and the canonicalizer of the producers. */
    private static boolean isCanonicalObjectOfStrings(byte[] bytes) {
        try {
            var tree = STRICT.readTree(bytes);
            return tree instanceof ObjectNode
                    && isMadeOfStrings(tree)
                    && depth(tree) <= 4
                    && Arrays.equals(new JsonCanonicalizer(STRICT.writeValueAsBytes(tree)).getEncodedUTF8(), bytes);
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean isMadeOfStrings(JsonNode node) {
        return node.isContainerNode()
                ? node.valueStream().allMatch(CanonicalReaderTest::isMadeOfStrings)
                        && node.propertyStream()
                                .noneMatch(member -> member.getKey().indexOf('\0') >= 0)
                : node.isTextual() && node.textValue().indexOf('\0') < 0;
    }

    private static int depth(JsonNode node) {
        return node.isContainerNode()
                ? 1
                        + node.valueStream()
                                .mapToInt(CanonicalReaderTest::depth)
                                .max()
                                .orElse(0)
                : 0;
    }

    private byte[] changed(byte[] original) {
        var bytes = original.clone();
        var at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) "\"\\{}[],:u0 a".charAt(random.nextInt(12));
                yield bytes;
            }
            case 2 -> {
                var shorter = new byte[bytes.length - 1];
                System.arraycopy(bytes, 0, shorter, 0, at);
                System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
                yield shorter;
            }
            default -> {
                var longer = new byte[bytes.length + 1];
                System.arraycopy(bytes, 0, longer, 0, at);
                longer[at] = (byte) "\"\\{}[],:u0 a".charAt(random.nextInt(12));
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                yield longer;
            }
        };
    }

    private JsonNode object(int depth) {
        var object = NODES.objectNode();
        for (var members = random.nextInt(6); members > 0; members--) {
            object.set(text(), value(depth));
        }
        return object;
    }

    private JsonNode value(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 1 -> object(depth - 1);
            case 2 -> {
                var array = NODES.arrayNode();
                for (var elements = random.nextInt(4); elements > 0; elements--) {
                    array.add(value(depth - 1));
                }
                yield array;
            }
            default -> NODES.textNode(text());
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (var length = random.nextInt(6); length > 0; length--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
