package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.k8s.check.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With {@code tls.internal: certificates} the services encrypt by themselves, and nothing between them is plain. */
@NeedsHelm
class CertificatesTest {

    private static final List<String> SERVICES = List.of("gateway", "register", "referral", "identity", "audit");

    static Chart chart() {
        return Chart.production()
                .with("tls.internal", "certificates")
                .with("tls.certificates.issuer.name", "waymark-ca");
    }

    @Test
    void eachServiceHasACertificateOfItsNameAndMountsIt() {
        var release = chart().render();
        for (var service : SERVICES) {
            var name = "waymark-" + service;
            var certificate = one(release, "Certificate", name);
            assertThat(certificate.at("/spec/dnsNames/0").asText()).isEqualTo(name);
            assertThat(certificate.at("/spec/issuerRef/name").asText()).isEqualTo("waymark-ca");
            assertThat(one(release, "Deployment", name)
                            .at("/spec/template/spec/volumes")
                            .toString())
                    .contains(certificate.at("/spec/secretName").asText());
            assertThat(one(release, "ConfigMap", name)
                            .at("/data/QUARKUS_PROFILE")
                            .asText())
                    .isEqualTo("prod,tls");
        }
    }

    @Test
    void nobodyIsAskedInPlainText() {
        assertThat(chart().text())
                .contains("https://waymark-register:8080", "https://waymark-gateway:8080")
                .doesNotContain("http://waymark-")
                .doesNotContain("linkerd.io/inject");
    }

    @Test
    void migrationsServeNobodyAndHaveNoCertificate() {
        assertThat(chart().render().stream().filter(manifest -> manifest.is("Job")))
                .hasSize(4)
                .allSatisfy(job -> assertThat(job.pod().toString())
                        .doesNotContain("-tls\"")
                        .contains("{\"name\":\"QUARKUS_PROFILE\",\"value\":\"prod\"}"));
    }

    @Test
    void theTestOfTheInstallationGetsTheAuthorityAndNoKey() {
        var volumes = one(chart().render(), "Pod", "waymark-question").at("/spec/volumes");
        assertThat(volumes.toString()).contains("waymark-gateway-tls", "ca.crt").doesNotContain("tls.key");
    }

    @Test
    void certificatesThatNobodyMakesAreRefused() {
        var chart = Chart.production().with("tls.internal", "certificates");
        assertThatThrownBy(chart::text).hasMessageContaining("set tls.certificates.issuer.name");
    }

    @Test
    void aMeshNeedsNone() {
        assertThat(Chart.production().text())
                .doesNotContain("cert-manager.io/v1")
                .contains("http://waymark-register:8080");
    }

    private static JsonNode one(List<Manifest> release, String kind, String name) {
        Stream<Manifest> named = release.stream()
                .filter(manifest -> manifest.is(kind) && manifest.name().equals(name));
        return named.findFirst().orElseThrow().json();
    }
}
