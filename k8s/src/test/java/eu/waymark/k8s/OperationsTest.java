package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.k8s.check.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts, dashboard and documents speak of the same things. */
class OperationsTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:waymark|http|agroal|jvm|process)_[a-z_]+[a-z]\\b");
    private static final Pattern TEMPLATE = Pattern.compile("\\$(?:labels\\.[a-z_]+|value)");

    @Test
    void everyAlertLeadsToAnEntryOfTheRunbook() throws IOException {
        var anchors = Files.readString(Path.of("../docs/runbook.md"))
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(OperationsTest::anchor)
                .collect(Collectors.toSet());
        assertThat(rules()).hasSizeGreaterThan(10);
        assertThat(rules().stream()
                        .map(rule -> rule.at("/annotations/runbook_url").asText()))
                .allSatisfy(url -> assertThat(anchors).contains(url.replace("@runbook@#", "")));
    }

    @Test
    void everyAlertSaysHowUrgentItIsAndWhatIsTheMatter() throws IOException {
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(TEMPLATE.matcher(rule.at("/annotations/summary").asText())
                            .replaceAll(""))
                    .hasSizeGreaterThan(20);
            assertThat(rule.path("expr").asText()).contains("namespace=\"@namespace@\"");
        });
        assertThat(rules().stream().map(rule -> rule.path("alert").asText())).doesNotHaveDuplicates();
    }

    @Test
    void everyMetricInUseIsDocumented() throws IOException {
        var documented = metrics(Files.readString(Path.of("../docs/operations/metrics.md")));
        assertThat(documented).containsAll(metrics(Files.readString(Path.of("waymark/files/alerts.yaml"))));
        assertThat(documented).containsAll(metrics(Files.readString(Path.of("waymark/files/dashboard.json"))));
    }

    @Test
    void theDashboardHasAPanelForEachThingAndNoneWithoutWords() throws IOException {
        var panels = Manifest.elements(dashboard().path("panels")).toList();
        assertThat(panels).hasSizeGreaterThan(12).allSatisfy(panel -> {
            assertThat(panel.path("description").asText()).isNotBlank();
            assertThat(panel.at("/targets/0/expr").asText()).contains("$namespace");
        });
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private static List<JsonNode> rules() throws IOException {
        return Manifest.elements(yaml("waymark/files/alerts.yaml").path("groups"))
                .flatMap(group -> Manifest.elements(group.path("rules")))
                .toList();
    }

    private static JsonNode dashboard() throws IOException {
        return yaml("waymark/files/dashboard.json");
    }

    private static JsonNode yaml(String file) throws IOException {
        return Manifest.parse(Files.readString(Path.of(file))).getFirst().json();
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group()))
                .collect(Collectors.toSet());
    }
}
