package eu.waymark.k8s;

import eu.waymark.k8s.check.Check;
import eu.waymark.k8s.check.Containers;
import eu.waymark.k8s.check.Edges;
import eu.waymark.k8s.check.KnownFields;
import eu.waymark.k8s.check.PlainStrings;
import eu.waymark.k8s.check.Ports;
import eu.waymark.k8s.check.References;
import eu.waymark.k8s.check.SecretKey;
import eu.waymark.k8s.check.Selectors;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every check, with what the chart is held against. */
final class Checks {

    /** As docs/architecture.svg draws them: requests on behalf of a person, facts, audit events. The audit service calls nobody. */
    static final Set<String> DRAWN = Set.of(
            "gateway -> register",
            "gateway -> referral",
            "gateway -> identity",
            "gateway -> audit",
            "register -> identity",
            "register -> referral",
            "register -> audit",
            "referral -> identity",
            "referral -> register",
            "referral -> audit",
            "identity -> register",
            "identity -> referral",
            "identity -> audit",
            "test -> gateway");

    private Checks() {}

    static List<Check> all() {
        return List.of(
                new KnownFields(),
                new PlainStrings(),
                new Selectors(),
                new Ports(),
                new References(secrets()),
                new Containers(),
                new Edges(DRAWN));
    }

    /** What k8s/secrets.sh makes and k8s/README.md asks for, which SecretsScriptTest holds against each other. */
    static Set<SecretKey> secrets() {
        return Stream.of(
                        keys("register", "row-key", "index-key", "witness-seed", "oidc-client-secret"),
                        keys("referral", "row-key", "index-key", "witness-seed", "oidc-client-secret"),
                        keys("identity", "row-key", "index-key", "witness-seed", "oidc-client-secret", "clk-key"),
                        keys("audit", "row-key", "index-key", "log-seed", "details-private-key", "oidc-client-secret"),
                        Stream.of("register", "referral", "identity", "audit").flatMap(Checks::logins),
                        Stream.of(new SecretKey("waymark-test", "token-request")))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Stream<SecretKey> keys(String service, String... keys) {
        return Stream.of(keys).map(key -> new SecretKey("waymark-" + service + "-keys", key));
    }

    private static Stream<SecretKey> logins(String service) {
        return Stream.of("owner", "app", "relay")
                .map(role -> "waymark-" + service + "-db-" + role)
                .flatMap(secret -> Stream.of(new SecretKey(secret, "username"), new SecretKey(secret, "password")));
    }
}
