package eu.waymark.platform.persistence.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseRolesCheckTest {

    @Test
    void three_roles_are_accepted() {
        assertThat(faults("register_app", "register_relay", "register_owner")).isEmpty();
    }

    @Test
    void one_role_for_two_tasks_is_refused() {
        assertThat(faults("register", "register", "register_owner")).hasSize(1);
        assertThat(faults("register_owner", "register_relay", "register_owner")).hasSize(1);
    }

    @Test
    void the_superuser_is_refused() {
        assertThat(faults("postgres", "register_relay", "register_owner")).hasSize(1);
    }

    private static Stream<String> faults(String app, String relay, String owner) {
        var settings = Map.of(
                "quarkus.datasource.username",
                app,
                "quarkus.datasource.relay.username",
                relay,
                "quarkus.flyway.username",
                owner);
        return new DatabaseRolesCheck(new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build())
                .faults();
    }
}
