package eu.waymark.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final ProcessId GONE = new ProcessId(1, 1);

    private Process recorded;
    private Process stranger;

    @BeforeEach
    void start() throws IOException {
        recorded = new ProcessBuilder("sleep", "600").start();
        stranger = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        recorded.destroyForcibly();
        stranger.destroyForcibly();
    }

    @Test
    void recordedProcessesAreEndedAndNobodyElses(@TempDir Path folder) throws IOException {
        // Given: a record, written and read as after a crash, in which one number now belongs to a stranger
        Path file = folder.resolve("pids.json");
        new ProcessTable(
                        GONE,
                        true,
                        Map.of(
                                "gateway",
                                ProcessId.of(recorded.toHandle()),
                                "postgresql",
                                new ProcessId(stranger.pid(), 1)))
                .write(file);
        ProcessTable table = ProcessTable.read(file).orElseThrow();

        // When
        var ended = Leftovers.end(table, "postgresql");

        // Then
        assertThat(ended).containsExactly("gateway");
        assertThat(recorded.isAlive()).isFalse();
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void aRecordThatNobodyCanReadIsNoRecord(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pids.json");
        Files.writeString(file, "{\"launcher\":");

        assertThat(ProcessTable.read(file)).isEmpty();
    }
}
