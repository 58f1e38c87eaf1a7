package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.k8s.check.Manifest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsHelm
class RenderedTest {

    static Stream<Chart> charts() {
        return Stream.of(
                Chart.production(),
                Chart.production()
                        .with("monitoring.serviceMonitor.mode", "always")
                        .with("monitoring.alerts.mode", "always")
                        .with("services.identity.privateQueryEpoch", "2026-11"),
                Chart.production().with("secrets.source", "existing").on(Chart.OLDEST),
                Chart.production().with("tls.mesh", "istio"),
                CertificatesTest.chart(),
                Chart.small(),
                Chart.small().on(Chart.OLDEST),
                Chart.trial().on(Chart.OLDEST));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void whatIsRenderedFitsTogetherAndIsSafe(Chart chart) {
        var release = chart.render();
        assertThat(Checks.all().stream().flatMap(check -> check.faults(release)))
                .isEmpty();
    }

    @Test
    void eachServiceHasAllItsObjects() {
        var release = Chart.production().render();
        for (var service : List.of("gateway", "register", "referral", "identity", "audit")) {
            assertThat(kindsOf(release, "waymark-" + service))
                    .contains(
                            "Deployment",
                            "Service",
                            "ServiceAccount",
                            "ConfigMap",
                            "PodDisruptionBudget",
                            "NetworkPolicy");
        }
        for (var service : List.of("register", "referral", "identity", "audit")) {
            assertThat(kindsOf(release, "waymark-" + service + "-db"))
                    .containsExactlyInAnyOrder("Cluster", "ScheduledBackup", "NetworkPolicy");
        }
        assertThat(kindsOf(release, "waymark-audit")).doesNotContain("HorizontalPodAutoscaler");
    }

    @Test
    void oldClustersGetTheApisThatTheyHave() {
        assertThat(apis(Chart.production().with("secrets.source", "existing").on(Chart.OLDEST)))
                .contains("policy/v1beta1", "autoscaling/v2beta2")
                .doesNotContain("policy/v1", "autoscaling/v2");
        assertThat(apis(Chart.production()))
                .contains("policy/v1", "autoscaling/v2")
                .doesNotContain("policy/v1beta1");
    }

    @Test
    void helmFindsNothingToSayInItsStrictestMood() {
        var lint = Chart.lint();
        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    private static Stream<String> apis(Chart chart) {
        return chart.render().stream().map(Manifest::apiVersion);
    }

    private static Stream<String> kindsOf(List<Manifest> release, String name) {
        return release.stream().filter(manifest -> manifest.name().equals(name)).map(Manifest::kind);
    }
}
