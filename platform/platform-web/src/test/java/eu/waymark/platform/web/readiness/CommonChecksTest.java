package eu.waymark.platform.web.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommonChecksTest {

    private static final Map<String, String> SAFE = Map.of(
            "quarkus.oidc.auth-server-url", "https://id.example.org/realms/waymark",
            "quarkus.oidc.credentials.secret", "3f1c9a7e5b2d4860a1c3e5f7092b4d6e");

    @Test
    void a_safe_configuration_has_no_faults() {
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void a_sandbox_issuer_is_a_fault() {
        assertThat(faults(Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:8180/realms/waymark")))
                .hasSize(1);
        assertThat(faults(Map.of("quarkus.oidc.auth-server-url", "https://localhost/realms/waymark")))
                .hasSize(1);
    }

    @Test
    void the_sandbox_client_is_a_fault() {
        assertThat(faults(Map.of("quarkus.oidc.client-id", "waymark-sandbox"))).hasSize(1);
        assertThat(faults(Map.of("quarkus.oidc.client-id", "register-service"))).isEmpty();
    }

    @Test
    void a_short_client_secret_is_a_fault_and_is_not_repeated() {
        assertThat(faults(Map.of("quarkus.oidc.credentials.secret", "hunter2")))
                .singleElement()
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void trusting_every_proxy_is_a_fault_and_trusting_some_is_not() {
        assertThat(faults(Map.of("quarkus.http.proxy.proxy-address-forwarding", "true")))
                .hasSize(1);
        assertThat(faults(Map.of(
                        "quarkus.http.proxy.proxy-address-forwarding",
                        "true",
                        "quarkus.http.proxy.trusted-proxies",
                        "10.0.0.0/8")))
                .isEmpty();
    }

    @Test
    void a_fault_stops_the_start_and_none_lets_it_go_on() {
        assertThatThrownBy(() -> ProductionReadiness.refuse(List.of("unsafe")))
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> ProductionReadiness.refuse(List.of())).doesNotThrowAnyException();
    }

    private static List<String> faults(Map<String, String> changes) {
        var settings = new HashMap<>(SAFE);
        settings.putAll(changes);
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new CommonChecks(config).faults().toList();
    }
}
