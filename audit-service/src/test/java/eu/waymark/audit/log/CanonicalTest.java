package eu.waymark.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** What has an escape, what has none, what sorts otherwise in UTF-8 than in UTF-16, what is outside of it all. */
    private static final String[] LETTERS = {
        "a", "Z", "0", "\"", "\\", "/", "\b", "\f", "\n", "\r", "\t", "\u0001", "\u001f", "\u007f", "\u0080", "é", "Ж",
        "\u2028", "\ufb33", "\uffff", "😀", "𐐷", ",", ":", "{", "}", "[", "]", " "
    };

    private final Random random = new Random(8785);

    @Test
    void itAgreesWithTheCanonicalizerOfTheProducers() throws Exception {
        for (var i = 0; i < 3_000; i++) {
            // Given
            var node = object(3);
            var written = JSON.writeValueAsBytes(node);

            // When
            var canonical = Canonical.bytes(node);

            // Then
            assertThat(canonical).isEqualTo(ByteBuffer.wrap(new JsonCanonicalizer(written).getEncodedUTF8()));
        }
    }

    @Test
    void whatIsWrittenOtherwiseIsNotCanonical() throws Exception {
        for (var other : new String[] {
            "{\"a\": \"b\"}", "{\"a\":\"\\u0062\"}", "{\"b\":\"\",\"a\":\"\"}", "{\"a\":\"\\/\"}", "{\"a\":\"\\u000A\"}"
        }) {
            var node = JSON.readTree(other);

            assertThat(Canonical.bytes(node))
                    .isNotEqualTo(ByteBuffer.wrap(other.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(ByteBuffer.wrap(new JsonCanonicalizer(other).getEncodedUTF8()));
        }
    }

    @Test
    void anUnpairedSurrogateHasNoCanonicalForm() throws Exception {
        // Given
        var node = JSON.readTree("{\"a\":\"\\ud800\"}");

        // Then
        assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(() -> Canonical.bytes(node));
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
