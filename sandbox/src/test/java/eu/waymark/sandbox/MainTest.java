package eu.waymark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.process.ProcessId;
import eu.waymark.sandbox.process.ProcessTable;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String state;

    @BeforeEach
    void place() {
        state = "--state-dir=" + folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-option", "--children=many", "--children=-1", "--children=1000001", "begin"})
    void aMistakeOnTheCommandLineIsOneLineOnStderr(String mistake) {
        int code = run(mistake, state);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("waymark: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void statusOfNothingSaysHowToStart() {
        int code = run("status", state);

        assertThat(code).isEqualTo(3);
        assertThat(out.toString()).contains("not running").contains("./run");
    }

    @Test
    void stoppingNothingIsFine() {
        assertThat(run("stop", state)).isZero();
        assertThat(out.toString()).contains("not running");
    }

    @Test
    void aTokenBeforeTheFirstStartIsRefusedInOneLine() {
        assertThat(run("token", "claire.fr", state)).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("./run starts it");
    }

    @Test
    void aSecondRunFindsTheFirst() throws IOException {
        // Given: the record of a live launcher, this very process
        record(ProcessId.of(ProcessHandle.current()));

        // When
        int code = run(state);

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("already")
                .contains(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void aRecordOfALauncherThatIsGoneIsNotAFirstRun() throws IOException {
        // Given: our own number, but another start
        record(new ProcessId(ProcessHandle.current().pid(), 1));

        assertThat(run("status", state)).isEqualTo(3);
        assertThat(out.toString()).contains("not running");
    }

    private void record(ProcessId launcher) throws IOException {
        StateDirectory directory = new StateDirectory(folder);
        new ProcessTable(launcher, false, Map.of()).write(directory.pidsFile());
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
