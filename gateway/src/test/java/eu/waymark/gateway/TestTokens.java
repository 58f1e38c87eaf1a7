package eu.waymark.gateway;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** Tokens of an issuer that the gateway under test trusts. */
public final class TestTokens {

    static final String ISSUER = "https://issuer.test/realms/waymark";

    private final KeyPair keys = freshKeys();

    static KeyPair freshKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    public String of(String person, String agency) {
        return signed(person, agency, "practitioner", "gateway", ISSUER, Duration.ofMinutes(2), keys);
    }

    public String ofMachine(String client, String agency) {
        return signed(client, agency, "system", "gateway", ISSUER, Duration.ofMinutes(2), keys);
    }

    public String expired() {
        return signed("p", "a", "practitioner", "gateway", ISSUER, Duration.ofMinutes(-2), keys);
    }

    public String forAudience(String audience) {
        return signed("p", "a", "practitioner", audience, ISSUER, Duration.ofMinutes(2), keys);
    }

    public String ofIssuer(String issuer) {
        return signed("p", "a", "practitioner", "gateway", issuer, Duration.ofMinutes(2), keys);
    }

    public String signedByAStranger() {
        return signed("p", "a", "practitioner", "gateway", ISSUER, Duration.ofMinutes(2), freshKeys());
    }

    private static String signed(
            String subject, String agency, String role, String audience, String issuer, Duration life, KeyPair keys) {
        var expiry = Instant.now().plus(life);
        return Jwt.claims()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .claim("agency", agency)
                .claim("roles", Set.of(role))
                .issuedAt(expiry.minus(Duration.ofMinutes(3)))
                .expiresAt(expiry)
                .sign(keys.getPrivate());
    }
}
