package eu.waymark.k8s;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import eu.waymark.k8s.check.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chart with values.
 *
 * @param file the example that it begins with
 * @param kubernetes the version of the cluster
 * @param set values over those of the file, by path
 */
record Chart(String file, String kubernetes, Map<String, Object> set) {

    static final String NEWEST = "1.36.0";
    static final String OLDEST = "1.20.2";

    private static final Path FOLDER = Path.of("waymark").toAbsolutePath();

    static Chart production() {
        return new Chart("values-production.yaml", NEWEST, Map.of());
    }

    static Chart small() {
        return new Chart("values-small.yaml", NEWEST, Map.of());
    }

    /** The example for a trial, which leaves addresses and keys to the one who tries. */
    static Chart trial() {
        var chart = new Chart("values-trial.yaml", NEWEST, Map.of())
                .with("oidc.issuer", "http://keycloak:8180/realms/waymark")
                .with("audit.logOrigin", "trial.example/log")
                .with("audit.logKey", "trial.example/log+0a1b2c3d+A" + "b".repeat(43))
                .with("audit.detailsKey", "c".repeat(43) + "=");
        for (var service : List.of("register", "referral", "identity")) {
            var witness = List.of("register", "referral", "identity").indexOf(service);
            chart = chart.with(
                    "audit.witnesses[" + witness + "]",
                    "trial.example/log/" + service + "-service+0a1b2c3d+B" + "d".repeat(43));
        }
        for (var service : List.of("register", "referral", "identity", "audit")) {
            chart = chart.with(
                    "services." + service + ".database.jdbcUrl", "jdbc:postgresql://postgres:5432/" + service);
        }
        return chart;
    }

    /** The same chart with one more value. */
    Chart with(String path, Object value) {
        var more = new TreeMap<>(set);
        more.put(path, value);
        return new Chart(file, kubernetes, more);
    }

    /** The same chart on another cluster. */
    Chart on(String version) {
        return new Chart(file, version, set);
    }

    /** @throws IllegalStateException with Helm's words, when it refuses the values */
    List<Manifest> render() {
        return Manifest.parse(text());
    }

    String text() {
        TemplateCommand template = new Helm(FOLDER)
                .template()
                .withName("waymark")
                .withNamespace("waymark")
                .withKubeVersion(kubernetes)
                .withValuesFile(FOLDER.resolve(file));
        // This way of rendering would ask a cluster, and there is none.
        template.set("secrets.preflight", false);
        // Nor does it show hooks.
        template.set("test.hook", false);
        set.forEach(template::set);
        return template.call();
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return file + " on " + kubernetes + " " + set.keySet();
    }
}
