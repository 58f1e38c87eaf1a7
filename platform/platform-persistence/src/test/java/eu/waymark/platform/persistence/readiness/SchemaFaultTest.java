package eu.waymark.platform.persistence.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.persistence.fake.FakeLogResource;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(FakeLogResource.class)
class SchemaFaultTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String app;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void the_application_may_ask_for_the_schema_and_finds_it_whole() {
        assertThat(asApp(url, "db/platform").find()).isEmpty();
    }

    @Test
    void a_schema_that_lacks_a_migration_is_told_with_what_to_do() {
        assertThat(asApp(url, "db/platform", "db/later").find().orElseThrow())
                .contains("lacks 1 migrations", "999 (later)", "migration Job");
    }

    @Test
    void a_database_that_is_away_is_told_without_the_password() {
        assertThat(asApp("jdbc:postgresql://127.0.0.1:1/service", "db/platform")
                        .find()
                        .orElseThrow())
                .contains("cannot be asked", "quarkus.datasource")
                .doesNotContain(password);
    }

    private SchemaFault asApp(String address, String... locations) {
        return new SchemaFault(Flyway.configure()
                .dataSource(address, app, password)
                .locations(locations)
                .outOfOrder(true)
                .load());
    }
}
