package eu.waymark.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads tokens without checking them; the services check. */
final class TokenClaims {

    static final String[] ALL_SERVICES = {
        "register-service", "referral-service", "identity-service", "audit-service", "gateway"
    };

    private TokenClaims() {}

    static JsonNode claims(String token) throws IOException {
        return Json.mapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    /** The texts of an array, or the one text that stands for an array of one, as in {@code aud}. */
    static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.asText());
        }
        value.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
