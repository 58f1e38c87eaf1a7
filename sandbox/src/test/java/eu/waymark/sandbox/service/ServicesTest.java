package eu.waymark.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.ProcessTable;
import eu.waymark.sandbox.process.Processes;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {

    private static final WaymarkService GATEWAY = WaymarkService.GATEWAY;

    @TempDir
    private Path folder;

    private Ports ports;
    private ProjectLayout project;
    private StateDirectory state;
    private Processes processes;
    private Services services;

    @BeforeEach
    void prepare() throws IOException {
        ports = Ports.free();
        project = new ProjectLayout(folder.resolve("checkout"));
        FakeService.pack(project.serviceJar(GATEWAY));
        state = new StateDirectory(folder.resolve("state"));
        state.create();
        processes = new Processes(state);
        services = new Services(project, ports, List.of("-Xmx64m"), processes);
    }

    @AfterEach
    void end() {
        services.all().forEach(ChildProcess::kill);
    }

    @Test
    void aServiceIsReadyWhenItSaysSo() throws IOException {
        // When
        services.start(GATEWAY, environment());
        services.awaitReady(GATEWAY);

        // Then
        assertThat(Services.isReady(ports, GATEWAY)).isTrue();
        assertThat(services.dead()).isEmpty();
    }

    @Test
    void aServiceThatDiesAtItsStartIsNamedWithItsLog() throws IOException {
        services.start(GATEWAY, Map.of("FAKE_FAILS", "yes"));

        assertThatThrownBy(() -> services.awaitReady(GATEWAY))
                .isInstanceOf(SandboxProblem.class)
                .hasMessageContaining("gateway stopped while it was starting (exit code 3)")
                .hasMessageContaining(state.log("gateway").toString())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aKilledServiceIsDeadUntilItIsStartedAgain() throws IOException {
        // Given
        services.start(GATEWAY, environment());
        services.awaitReady(GATEWAY);

        // When
        services.kill(GATEWAY);

        // Then
        assertThat(services.dead()).containsExactly(GATEWAY);
        assertThat(Services.isReady(ports, GATEWAY)).isFalse();

        // And when
        services.start(GATEWAY, environment());
        services.awaitReady(GATEWAY);

        // Then
        assertThat(services.dead()).isEmpty();
    }

    @Test
    void everyProcessIsOnRecordForTheNextLauncher() throws IOException {
        services.start(GATEWAY, environment());

        ProcessTable table = ProcessTable.read(state.pidsFile()).orElseThrow();

        assertThat(table.parts().get("gateway").find()).isPresent();
    }

    @Test
    void nothingIsStartedOnceTheSandboxIsBeingStopped() {
        processes.refuse();

        assertThatThrownBy(() -> services.start(GATEWAY, environment())).isInstanceOf(SandboxProblem.class);
        assertThat(services.all()).isEmpty();
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> services.requireBuilt(List.of(GATEWAY, WaymarkService.AUDIT)))
                .isInstanceOf(SandboxProblem.class)
                .hasMessageStartingWith("audit-service is not built");
    }

    private Map<String, String> environment() {
        return Map.of(
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(GATEWAY).management()));
    }
}
