package eu.waymark.platform.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Access tokens as the realm issues them, signed with the key of this test run. */
public final class Tokens {

    private static final String[] ALL_SERVICES = {
        "register-service", "referral-service", "identity-service", "audit-service", "gateway", "platform-persistence"
    };
    private static final String[] CHILD_PROTECTION = {
        "CP-ASSESS",
        "CP-PLAN",
        "CP-TRANSFER",
        "CP-INFO-REQUEST",
        "CP-EMERGENCY",
        "CP-TRAFFICKING",
        "CP-MISSING",
        "CP-PLACEMENT"
    };

    private final String subject;
    private String agency = "";
    private String country = "";
    private String agencyType = "child-protection";
    private String desk = "";
    private boolean isNamed = true;
    private String client = "waymark-sandbox";
    private Set<String> roles = Set.of();
    private Set<String> purposes = Set.of();
    private String[] audience = ALL_SERVICES;
    private Duration life = Duration.ofMinutes(5);

    private Tokens(String subject) {
        this.subject = subject;
    }

    /** A token under construction, with no rights yet. */
    public static Tokens person(String subject) {
        return new Tokens(subject);
    }

    /** A practitioner of a child protection agency, with the usual purposes. */
    public static Tokens practitioner(String agency, String country) {
        return person("practitioner-" + agency)
                .agency(agency)
                .country(country)
                .roles("practitioner")
                .purposes(CHILD_PROTECTION);
    }

    /** A service of the suite, speaking for itself. */
    public static String service(String name) {
        return person("service-account-" + name)
                .agencyType("")
                .roles("service")
                .client(name)
                .sign();
    }

    /** Whose token it is. */
    public String subject() {
        return subject;
    }

    public Tokens agency(String code) {
        agency = code;
        return this;
    }

    public Tokens country(String code) {
        country = code;
        return this;
    }

    public Tokens agencyType(String code) {
        agencyType = code;
        return this;
    }

    /** As from an issuer that tells no names. */
    public Tokens unnamed() {
        isNamed = false;
        return this;
    }

    /** The desk at which the person works. */
    public Tokens desk(String code) {
        desk = code;
        return this;
    }

    public Tokens roles(String... names) {
        roles = new LinkedHashSet<>(Arrays.asList(names));
        return this;
    }

    public Tokens purposes(String... codes) {
        purposes = new LinkedHashSet<>(Arrays.asList(codes));
        return this;
    }

    /** The program that asks ({@code azp}). */
    public Tokens client(String id) {
        client = id;
        return this;
    }

    public Tokens audience(String... services) {
        audience = services;
        return this;
    }

    /** How long it lives; negative for one that has expired. */
    public Tokens life(Duration duration) {
        life = duration;
        return this;
    }

    public String sign() {
        var expires = System.currentTimeMillis() / 1000 + life.toSeconds();
        var claims = Jwt.subject(subject)
                .audience(Set.of(audience))
                .claim("azp", client)
                .claim("name", isNamed ? "Name of " + subject : "")
                .claim("agency", agency)
                .claim("country", country)
                .claim("agency_type", agencyType)
                .claim("roles", roles)
                .claim("purposes", purposes);
        if (!desk.isEmpty()) {
            claims.claim("desk", desk);
        }
        return claims.issuedAt(Math.min(System.currentTimeMillis() / 1000, expires - 1))
                .expiresAt(expires)
                .sign(key());
    }

    private static PrivateKey key() {
        var encoded = ConfigProvider.getConfig().getValue(TestIssuer.SIGNING_KEY, String.class);
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The signing key of this test run cannot be used", unusable);
        }
    }
}
