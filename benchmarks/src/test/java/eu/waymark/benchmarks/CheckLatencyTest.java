package eu.waymark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckLatencyTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path sandbox, String... more) {
        var command = CheckLatency.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));
        var arguments = new ArrayList<>(List.of("--sandbox", sandbox.toString(), "--children", "9"));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(String[]::new));
    }

    @Test
    void asksAsEveryPractitionerAndReportsPercentilesAndCounts() throws IOException {
        try (var sandbox = new FakeSandbox(200, "{\"result\":\"no-hit\"}")) {
            // When
            int code = run(sandbox.describe(folder, 3), "--checks", "2", "--warm-up", "1");

            // Then
            assertThat(code).as(err.toString()).isZero();
            assertThat(sandbox.askers())
                    .containsExactlyInAnyOrder("Bearer worker0", "Bearer worker1", "Bearer worker2");
            assertThat(out.toString())
                    .contains("     2  no-hit")
                    .containsPattern(
                            "2 checks: p50 [0-9.,]+ ms, p95 [0-9.,]+ ms, p99 [0-9.,]+ ms, longest [0-9.,]+ ms");
        }
    }

    @Test
    void saysWhenChecksWereNotAnswered() throws IOException {
        try (var sandbox = new FakeSandbox(429, "{\"code\":\"too-many-checks\"}")) {
            // When
            int code = run(sandbox.describe(folder, 1), "--checks", "1", "--warm-up", "0");

            // Then
            assertThat(code).isEqualTo(1);
            assertThat(out.toString()).contains("     1  429 too-many-checks");
            assertThat(err.toString()).contains("No check was answered");
        }
    }

    @Test
    void stopsWhenTheTimeIsOver() throws IOException {
        try (var sandbox = new FakeSandbox(200, "{\"result\":\"hit\"}")) {
            // When
            int code = run(sandbox.describe(folder, 1), "--checks", "1000", "--warm-up", "0", "--seconds", "1");

            // Then
            assertThat(code).isZero();
            assertThat(sandbox.askers()).hasSize(1);
        }
    }

    @Test
    void refusesAnotherMachine() throws IOException {
        // Given
        var elsewhere = Files.writeString(
                folder.resolve("elsewhere.json"),
                "{\"gateway\":\"https://waymark.example\",\"issuer\":\"http://127.0.0.1:1\",\"client\":\"c\",\"accounts\":[]}");

        // When
        int code = run(elsewhere);

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("Only a sandbox on this machine");
    }

    @Test
    void saysInOneLineThatNoSandboxRuns() {
        // When
        int code = run(folder.resolve("missing.json"));

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("No sandbox is running");
    }

    @Test
    void refusesNumbersWithoutBounds() {
        // When
        int code = run(folder.resolve("missing.json"), "--checks", "1000000");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("--checks must be a number from 1 to 10000");
    }
}
