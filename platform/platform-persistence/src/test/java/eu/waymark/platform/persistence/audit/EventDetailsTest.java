package eu.waymark.platform.persistence.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventDetailsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode CORE = JSON.createObjectNode().put("agency", "FR-69-CRIP");

    @Test
    void every_scalar_is_a_string_and_every_key_in_order() {
        var asked = new TreeMap<String, Object>(Collections.reverseOrder());
        asked.put("zone", 7);
        asked.put("births", List.of("2014~", true));
        asked.put("none", null);
        assertThat(text(asked)).isEqualTo("{\"agency\":\"FR-69-CRIP\",\"births\":[\"2014~\",\"true\"],\"zone\":\"7\"}");
    }

    @Test
    void length_tells_the_class_of_size_only() {
        assertThat(bytes(Map.of("name", "Li"))).hasSize(256);
        assertThat(bytes(Map.of("name", "Wolfeschlegelsteinhausenbergerdorff"))).hasSize(256);
        assertThat(bytes(Map.of("name", "x".repeat(300)))).hasSize(512);
    }

    @Test
    void what_does_not_fit_is_cut_and_marked_and_the_core_stays() {
        // Given
        var asked = Map.of("terms", Map.of("names", Collections.nCopies(10, "Ü".repeat(20_000))), "ids", List.of("a"));

        // When
        var bytes = bytes(asked);

        // Then
        var details = read(bytes);
        assertThat(bytes).hasSizeLessThanOrEqualTo(EventDetails.MOST_BYTES);
        assertThat(details.path("agency").asText()).isEqualTo("FR-69-CRIP");
        assertThat(details.at("/terms/names")).hasSize(10).allSatisfy(name -> assertThat(name.asText())
                .endsWith(EventDetails.CUT));
        assertThat(details.at("/ids/0").asText()).isEqualTo("a");
    }

    @Test
    void a_long_list_and_many_fields_are_cut_and_marked_too() {
        var list = read(bytes(Map.of("ids", Collections.nCopies(5_000, "0b6b4a3e-5a55-4f0e-8f0f-7a1d1f6d2c10"))));
        var fields = new TreeMap<String, String>();
        for (int i = 0; i < 5_000; i++) {
            fields.put("field-" + i, "value");
        }
        assertThat(list.path("ids")).last().extracting(JsonNode::asText).isEqualTo(EventDetails.CUT);
        assertThat(read(bytes(Map.of("terms", fields)))
                        .at("/terms/" + EventDetails.CUT)
                        .asText())
                .isEqualTo(EventDetails.CUT);
    }

    @Test
    void what_just_fits_is_not_cut() {
        var most = "x".repeat(EventDetails.MOST_BYTES - text(Map.of("t", "")).length());
        assertThat(read(bytes(Map.of("t", most))).path("t").asText()).isEqualTo(most);
        assertThat(read(bytes(Map.of("t", most + "x"))).path("t").asText()).endsWith(EventDetails.CUT);
    }

    @Test
    void half_a_character_is_no_reason_to_lose_the_event() {
        assertThat(read(bytes(Map.of("name", "\ud83d"))).path("name").asText()).isEqualTo("?");
        assertThat(read(bytes(Map.of("name", "😀".repeat(10_000)))).path("name").asText())
                .endsWith(EventDetails.CUT);
    }

    private static byte[] bytes(Map<String, ?> asked) {
        return EventDetails.bytes(JSON.valueToTree(asked), CORE);
    }

    private static String text(Map<String, ?> asked) {
        return new String(bytes(asked), UTF_8).stripTrailing();
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(new String(bytes, UTF_8));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
