package eu.waymark.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads policy documents without leniency: a misspelt word in a policy must not silently change what it permits. */
final class PolicyReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(AccessPolicy.class);

    private PolicyReader() {}

    static AccessPolicy read(String json) {
        try {
            return Objects.requireNonNull(JSON.readValue(json), "The document is null");
        } catch (JsonProcessingException | NullPointerException e) {
            throw new InvalidPolicyException("Not a policy document", e);
        }
    }

    static AccessPolicy readShipped() {
        return read(shippedText());
    }

    static String shippedText() {
        try (var json = AccessPolicy.class.getResourceAsStream("policy-v1.json")) {
            return new String(
                    Objects.requireNonNull(json, "The shipped policy is missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidPolicyException("The shipped policy cannot be read", e);
        }
    }
}
