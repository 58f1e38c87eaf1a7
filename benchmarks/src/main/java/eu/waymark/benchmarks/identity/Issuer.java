package eu.waymark.benchmarks.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs the tokens of a run, as the realm does, with a key that only this run knows. */
final class Issuer {

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int KEY_BITS = 2048;

    private final KeyPair keys;
    private final Clock clock = Clock.systemUTC();

    Issuer() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        keys = generator.generateKeyPair();
    }

    /** What a service needs to verify the tokens. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A token that is good for five minutes. */
    String token(String subject, String agency, String role, String purpose) {
        long now = clock.instant().getEpochSecond();
        return signed(Map.of(
                "sub",
                subject,
                "aud",
                List.of("identity-service", "gateway"),
                "azp",
                "benchmark",
                "agency",
                agency,
                "country",
                "GB",
                "agency_type",
                "child-protection",
                "roles",
                List.of(role),
                "purposes",
                List.of(purpose),
                "iat",
                now,
                "exp",
                now + LIFE.toSeconds()));
    }

    private String signed(Map<String, ?> claims) {
        var content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform signs with RSA", impossible);
        }
    }

    private static String encoded(Map<String, ?> part) {
        try {
            return BASE64_URL.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and numbers are always writable as JSON", impossible);
        }
    }
}
