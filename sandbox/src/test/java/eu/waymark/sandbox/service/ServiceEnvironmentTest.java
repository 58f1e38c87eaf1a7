package eu.waymark.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    @TempDir
    private Path folder;

    private ServiceEnvironment environment;

    @BeforeEach
    void prepare() throws IOException {
        StateDirectory state = new StateDirectory(folder);
        state.create();
        environment = new ServiceEnvironment(Ports.standard(), Secrets.open(state));
    }

    @Test
    void aServiceGetsItsThreeLoginsToItsOwnDatabase() {
        Map<String, String> register = environment.of(WaymarkService.REGISTER);

        assertThat(register)
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "8081")
                .containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "9081")
                .containsEntry("QUARKUS_PROFILE", "sandbox")
                .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:15432/register")
                .containsEntry("QUARKUS_DATASOURCE_USERNAME", "register_app")
                .containsEntry("QUARKUS_DATASOURCE_RELAY_USERNAME", "register_relay")
                .containsEntry("QUARKUS_FLYWAY_USERNAME", "register_owner");
        assertThat(register.get("QUARKUS_DATASOURCE_PASSWORD"))
                .isNotEqualTo(register.get("QUARKUS_FLYWAY_PASSWORD"))
                .isNotEqualTo(register.get("QUARKUS_DATASOURCE_RELAY_PASSWORD"));
    }

    @Test
    void theIssuerIsKnownWithTheServicesOwnClient() {
        assertThat(environment.of(WaymarkService.IDENTITY))
                .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:8180/realms/waymark")
                .containsEntry("QUARKUS_OIDC_CLIENT_ID", "identity-service")
                .containsEntry("QUARKUS_OIDC_CLIENT_CLIENT_ID", "identity-service")
                .containsKeys("QUARKUS_OIDC_CREDENTIALS_SECRET", "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET");
    }

    @Test
    void theGatewayGetsNoDatabaseAndNoKey() {
        assertThat(environment.of(WaymarkService.GATEWAY).keySet())
                .noneMatch(name -> name.contains("DATASOURCE") || name.contains("SECRETS") || name.contains("FLYWAY"));
    }

    @Test
    void noServiceSharesASecretWithAnother() {
        Map<String, String> identity = environment.of(WaymarkService.IDENTITY);
        Map<String, String> referral = environment.of(WaymarkService.REFERRAL);

        for (String name : identity.keySet()) {
            if (name.contains("SECRET") || name.contains("PASSWORD")) {
                assertThat(referral.get(name)).as(name).isNotEqualTo(identity.get(name));
            }
        }
    }

    @Test
    void allSealToTheAuditServiceAndItAloneOpens() {
        assertThat(WaymarkService.withDatabase())
                .extracting(service -> environment.of(service).get("WAYMARK_AUDIT_DETAILS_KEY"))
                .doesNotContainNull()
                .containsOnly(environment.of(WaymarkService.AUDIT).get("WAYMARK_AUDIT_DETAILS_KEY"));
        for (WaymarkService service : WaymarkService.values()) {
            assertThat(environment.of(service).containsKey("WAYMARK_SECRETS_DETAILS_PRIVATE_KEY"))
                    .as(service.module())
                    .isEqualTo(service == WaymarkService.AUDIT);
        }
    }

    @Test
    void theOtherServicesAreTheWitnessesOfTheLog() {
        Map<String, String> audit = environment.of(WaymarkService.AUDIT);

        assertThat(audit.get("WAYMARK_LOG_WITNESSES").split(","))
                .hasSize(3)
                .anyMatch(key -> key.startsWith("waymark.example/log/register-service+"));
        assertThat(audit).doesNotContainKeys("WAYMARK_SECRETS_WITNESS_SEED", "WAYMARK_AUDIT_LOG_KEY");
        assertThat(environment.of(WaymarkService.REGISTER))
                .containsKey("WAYMARK_SECRETS_WITNESS_SEED")
                .hasEntrySatisfying(
                        "WAYMARK_AUDIT_LOG_KEY", key -> assertThat(key).startsWith("waymark.example/log+"));
        assertThat(environment.of(WaymarkService.GATEWAY)).doesNotContainKey("WAYMARK_SECRETS_WITNESS_SEED");
    }

    @Test
    void onlyTheAuditServiceHoldsTheKeyOfTheLog() {
        for (WaymarkService service : WaymarkService.values()) {
            assertThat(environment.of(service).containsKey("WAYMARK_SECRETS_LOG_SEED"))
                    .as(service.module())
                    .isEqualTo(service == WaymarkService.AUDIT);
        }
    }
}
