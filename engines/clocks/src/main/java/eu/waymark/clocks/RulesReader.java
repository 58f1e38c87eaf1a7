package eu.waymark.clocks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Objects;

/** Reads rule documents without leniency: a misspelt unit must not silently move a deadline. */
final class RulesReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(new SimpleModule().addDeserializer(ZoneId.class, new ZoneReader()))
            .build()
            .readerFor(ClockRules.class);

    private RulesReader() {}

    static ClockRules read(String json) {
        try {
            return Objects.requireNonNull(JSON.readValue(json), "The document is null");
        } catch (JsonProcessingException | NullPointerException e) {
            throw new InvalidRulesException("Not a rule document", e);
        }
    }

    static ClockRules readShipped() {
        try (var json = ClockRules.class.getResourceAsStream("rules-v1.json")) {
            return JSON.readValue(Objects.requireNonNull(json, "The shipped rules are missing"));
        } catch (IOException e) {
            throw new InvalidRulesException("The shipped rules cannot be read", e);
        }
    }

    private static final class ZoneReader extends FromStringDeserializer<ZoneId> {

        private static final long serialVersionUID = 1;

        private ZoneReader() {
            super(ZoneId.class);
        }

        @Override
        protected ZoneId _deserialize(String zone, DeserializationContext context) {
            return ZoneId.of(zone);
        }
    }
}
