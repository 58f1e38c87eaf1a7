package eu.waymark.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import eu.waymark.k8s.check.Manifest;
import eu.waymark.k8s.check.SecretKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsHelm
class SecretsScriptTest {

    @TempDir
    Path folder;

    @Test
    void itMakesEveryKeyThatTheChartAsksForAndValuesThatTheChartTakes() throws IOException, InterruptedException {
        // When
        assertThat(run()).isZero();

        // Then
        var made = Manifest.parse(Files.readString(folder.resolve("secrets.yaml"))).stream()
                .flatMap(secret -> secret.at("/stringData").properties().stream()
                        .map(entry -> new SecretKey(secret.name(), entry.getKey())))
                .collect(Collectors.toSet());
        assertThat(made)
                .containsAll(Checks.secrets().stream()
                        .filter(key -> !key.secret().equals("waymark-test"))
                        .toList());
        assertThat(new Helm(Path.of("waymark").toAbsolutePath())
                        .template()
                        .withName("waymark")
                        .set("secrets.preflight", false)
                        .withValuesFile(
                                Path.of("waymark/values-production.yaml").toAbsolutePath())
                        .withValuesFile(folder.resolve("audit-values.yaml"))
                        .call())
                .contains("WAYMARK_LOG_ORIGIN: \"trial.example/log\"");
    }

    @Test
    void itNeverOverwritesKeys() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("secrets.yaml"), "kept");
        assertThat(run()).isNotZero();
        assertThat(folder.resolve("secrets.yaml")).hasContent("kept");
    }

    private int run() throws IOException, InterruptedException {
        var script = new ProcessBuilder(
                        List.of("bash", "secrets.sh", "waymark", "trial.example/log", folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(script.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return script.exitValue();
    }
}
