package eu.waymark.clocks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads rule documents without leniency: a misspelt unit must not silently move a deadline. What the first format did not
 * have yet may be left out: nations, extra holidays, steps, and how a clock is handled.
 */
final class RulesReader {

    static final String NEWEST = "2";
    static final List<String> VERSIONS = List.of("1", NEWEST);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(new SimpleModule()
                    .addDeserializer(ZoneId.class, new TextReader<>(ZoneId.class, ZoneId::of))
                    .addDeserializer(LocalDate.class, new TextReader<>(LocalDate.class, LocalDate::parse)))
            .build();
    private static final ObjectNode USUAL = JSON.valueToTree(Handling.usual());

    private RulesReader() {}

    static ClockRules read(String json) {
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode document)) {
                throw new InvalidRulesException("Not a rule document", null);
            }
            return JSON.treeToValue(complete(document), ClockRules.class);
        } catch (JsonProcessingException e) {
            throw new InvalidRulesException("Not a rule document", e);
        }
    }

    static ClockRules readShipped(String version) {
        return read(shipped(version));
    }

    static String shipped(String version) {
        try (var json = ClockRules.class.getResourceAsStream("rules-v" + version + ".json")) {
            return new String(
                    Objects.requireNonNull(json, "The shipped rules are missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidRulesException("The shipped rules cannot be read", e);
        }
    }

    private static ObjectNode complete(ObjectNode document) {
        ifAbsent(document, "nations", JSON.createArrayNode());
        ifAbsent(document, "extraHolidays", JSON.createArrayNode());
        ifAbsent(document, "steps", JSON.createArrayNode());
        document.path("rules").forEach(rule -> {
            if (rule instanceof ObjectNode one) {
                ifAbsent(one, "handling", JSON.createObjectNode());
                if (one.get("handling") instanceof ObjectNode handling) {
                    USUAL.properties().forEach(part -> ifAbsent(handling, part.getKey(), part.getValue()));
                }
            }
        });
        return document;
    }

    private static void ifAbsent(ObjectNode node, String property, JsonNode usual) {
        if (!node.has(property)) {
            node.set(property, usual);
        }
    }

    private static final class TextReader<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> reading;

        private TextReader(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return reading.apply(text);
        }
    }
}
