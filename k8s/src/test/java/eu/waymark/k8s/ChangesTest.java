package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.k8s.check.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an upgrade touches. */
@NeedsHelm
class ChangesTest {

    private static final Chart CHART = Chart.small();

    @Test
    void aChangedSettingRestartsTheServicesThatHaveIt() {
        var before = templates(CHART);
        var after = templates(CHART.with("services.register.config.WAYMARK_AUDIT_MAX_LAG", "PT10M"));
        assertThat(after.get("waymark-register")).isNotEqualTo(before.get("waymark-register"));
        assertThat(after.get("waymark-identity")).isEqualTo(before.get("waymark-identity"));
    }

    @Test
    void aNewVersionOfOneServiceIsMigratedByAJobOfItsOwnAndLeavesTheOthers() {
        // When
        var before = CHART.render();
        var after = CHART.with("services.register.image.tag", "0.2.0").render();

        // Then: a Job cannot be changed, so that one that differs has another name
        assertThat(jobs(after)).hasSameSizeAs(jobs(before));
        assertThat(jobs(after))
                .filteredOn(name -> !jobs(before).contains(name))
                .singleElement()
                .asString()
                .startsWith("waymark-register-migrate-");
    }

    @Test
    void nothingChangesByRenderingAgain() {
        assertThat(CHART.text()).isEqualTo(CHART.text());
    }

    @Test
    void aNewVersionOfTheChartAloneRestartsNothing() {
        assertThat(templates(CHART).values()).noneMatch(template -> template.contains("helm.sh/chart"));
    }

    private static Map<String, String> templates(Chart chart) {
        return chart.render().stream()
                .filter(manifest -> manifest.is("Deployment"))
                .collect(Collectors.toMap(
                        Manifest::name, manifest -> manifest.pod().toString()));
    }

    private static List<String> jobs(List<Manifest> release) {
        return release.stream()
                .filter(manifest -> manifest.is("Job"))
                .map(Manifest::name)
                .toList();
    }
}
