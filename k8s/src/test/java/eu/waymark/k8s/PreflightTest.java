package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What only a cluster knows is refused before anything is made. */
@NeedsHelm
class PreflightTest {

    private static final Chart CHART = Chart.small().with("secrets.preflight", true);

    @Test
    void allMissingSecretsAreNamedAtOnceWithTheirKeys() throws IOException {
        try (var _ = new FakeCluster()) {
            assertThatThrownBy(CHART::text)
                    .hasMessageContaining("The Secret waymark-audit-keys is missing in namespace waymark")
                    .hasMessageContaining("details-private-key")
                    .hasMessageContaining("The Secret waymark-referral-db-owner is missing")
                    .hasMessageContaining("k8s/secrets.sh");
        }
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        try (var _ = new FakeCluster()
                .with(Checks.secrets().stream().filter(key -> !key.key().equals("log-seed")))) {
            assertThatThrownBy(CHART::text)
                    .hasMessageContaining("The Secret waymark-audit-keys has no key log-seed")
                    .hasMessageNotContaining("is missing");
        }
    }

    @Test
    void aSecondReleaseInOneNamespaceIsRefused() throws IOException {
        try (var _ = new FakeCluster().with(Checks.secrets().stream()).withRelease("other")) {
            assertThatThrownBy(CHART::text)
                    .hasMessageContaining("Release other is installed in namespace waymark already");
        }
    }

    @Test
    void whatIsCompleteIsRenderedAndSoIsItsUpgrade() throws IOException {
        try (var cluster = new FakeCluster().with(Checks.secrets().stream())) {
            assertThat(CHART.text()).contains("kind: Deployment");
            assertThat(cluster.withRelease("waymark")).isNotNull();
            assertThat(CHART.text()).contains("kind: Deployment");
        }
    }
}
