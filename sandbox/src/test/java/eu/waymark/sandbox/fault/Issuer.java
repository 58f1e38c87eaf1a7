package eu.waymark.sandbox.fault;

import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Signs the tokens of relays, as the realm does: with a key that only this test run knows. */
final class Issuer {

    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static final int KEY_BITS = 2048;

    private final KeyPair keys;
    private final Clock clock = Clock.systemUTC();

    Issuer() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    /** What a service needs to verify the tokens. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** The token of a source's own relay. */
    String relay(String source) {
        return token(source, Duration.ofMinutes(4), "service");
    }

    /** The token of somebody of an agency. */
    String person(String name, String agency, String role, String purpose) {
        var claims = claims("agency-portal", Duration.ofMinutes(4), role);
        claims.putAll(Map.of(
                "sub",
                name,
                "agency",
                agency,
                "country",
                "XX",
                "agency_type",
                "child-protection",
                "purposes",
                List.of(purpose)));
        return signed(claims);
    }

    String token(String client, Duration life, String... roles) {
        return signed(claims(client, life, roles));
    }

    private Map<String, Object> claims(String client, Duration life, String... roles) {
        var expires = clock.instant().getEpochSecond() + life.toSeconds();
        return new HashMap<>(Map.of(
                "sub", "service-account-" + client,
                "aud", List.of("audit-service", "identity-service"),
                "azp", client,
                "roles", List.of(roles),
                "purposes", List.of(),
                "iat", Math.min(clock.instant().getEpochSecond(), expires - 1),
                "exp", expires));
    }

    private String signed(Map<String, ?> claims) {
        var content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        return content + "." + BASE64_URL.encodeToString(sign(content));
    }

    private static String encoded(Map<String, ?> part) {
        try {
            return BASE64_URL.encodeToString(Json.mapper().writeValueAsBytes(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] sign(String content) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java signs with RSA", e);
        }
    }
}
