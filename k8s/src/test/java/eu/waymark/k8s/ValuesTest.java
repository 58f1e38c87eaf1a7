package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad and unsafe values are refused before anything is rendered, by a message that names the value. */
@NeedsHelm
class ValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replicas                                            | 3                                   | replicas
            defaults.replica                                    | 3                                   | replica
            services.regster.replicas                           | 3                                   | regster
            services.gateway.database.jdbcUrl                   | jdbc:postgresql://x/y               | database
            image.pullPolicy                                    | Sometimes                           | pullPolicy
            image.tag                                           | latest                              | tag
            environment                                         | staging                             | environment
            environment                                         | sandbox                             | environment
            oidc.issuer                                         | http://login.example.org/realms/w   | issuer
            oidc.issuer                                         | https://login.example.org/realms/w/ | issuer
            oidc.issuer                                         | https://localhost/realms/w          | issuer
            oidc.clientId                                       | waymark-sandbox                     | clientId
            tls.internal                                        | none                                | internal
            tls.certificates.issuer.kind                        | Vault                               | kind
            tls.certificates.duration                           | 90d                                 | duration
            ingress.tlsSecret                                   | ''                                  | tlsSecret
            audit.logOrigin                                     | waymark.example/log                 | logOrigin
            audit.logKey                                        | not-a-key                           | logKey
            audit.detailsKey                                    | AAAA                                | detailsKey
            defaults.config.WAYMARK_SECRETS_ROW_KEY             | abc                                 | WAYMARK_SECRETS_ROW_KEY
            defaults.config.QUARKUS_DATASOURCE_PASSWORD         | postgres                            | QUARKUS_DATASOURCE_PASSWORD
            services.audit.config.QUARKUS_PROFILE               | sandbox                             | QUARKUS_PROFILE
            services.audit.config.WAYMARK_LOG_START_WITNESSES   | 0                                   | WAYMARK_LOG_START_WITNESSES
            services.register.config.WAYMARK_WEBHOOKS_LOOPBACK_ALLOWED | true                         | LOOPBACK_ALLOWED
            defaults.javaOptions                                | -Dquarkus.profile=sandbox           | javaOptions
            services.register.secrets.password                  | postgres                            | password
            services.register.database.password                 | postgres                            | password
            database.cloudnativepg.parameters.fsync             | off                                 | fsync
            database.cloudnativepg.backup.secret                | ''                                  | secret
            logs.format                                         | xml                                 | format
            shutdownDelay                                       | 0S                                  | shutdownDelay
            minReadySeconds                                     | -1                                  | minReadySeconds
            minReadySeconds                                     | 10s                                 | minReadySeconds
            """)
    void aBadValueIsRefusedByName(String path, String value, String named) {
        var chart = Chart.production().with(path, value);
        assertThatThrownBy(chart::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.org:5432/register, sslmode",
        "jdbc:postgresql://db.example.org:5432/register?sslmode=prefer, sslmode",
        "jdbc:postgresql://db.example.org:5432/register?sslmode=verify-full&password=x, jdbcUrl",
        "'', services.register.database.jdbcUrl"
    })
    void anUnsafeOrMissingDatabaseIsRefused(String url, String named) {
        var chart = Chart.small().with("services.register.database.jdbcUrl", url);
        assertThatThrownBy(chart::text).hasMessageContaining(named);
    }

    @Test
    void databasesThatNoPolicyLetsReachAreRefused() {
        var chart = Chart.production().with("database.mode", "external");
        assertThatThrownBy(chart::text)
                .hasMessageContaining("set networkPolicy.database.to")
                .hasMessageContaining("The database of audit is nowhere");
    }

    @Test
    void aDatabaseThatCouldNeverCommitIsRefused() {
        var chart = Chart.production().with("services.audit.database.cloudnativepg.instances", 1);
        assertThatThrownBy(chart::text).hasMessageContaining("The database of audit could never commit");
    }

    @Test
    void whatIsNotSetIsNamedAllAtOnce() {
        var chart = new Chart("values.yaml", Chart.NEWEST, Map.of());
        assertThatThrownBy(chart::text)
                .hasMessageContaining("oidc.issuer is not set")
                .hasMessageContaining("audit.witnesses is not set")
                .hasMessageContaining("k8s/secrets.sh");
    }

    @Test
    void aTrialMaySpeakPlainly() {
        assertThat(Chart.trial().text()).contains("QUARKUS_PROFILE: sandbox");
        assertThat(Chart.production().text())
                .contains("QUARKUS_PROFILE: prod")
                .doesNotContain("QUARKUS_PROFILE: sandbox");
    }
}
