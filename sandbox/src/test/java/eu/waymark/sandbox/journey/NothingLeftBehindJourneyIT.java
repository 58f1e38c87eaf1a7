package eu.waymark.sandbox.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eu.waymark.sandbox.process.FreePort;
import eu.waymark.sandbox.process.ProcessTable;
import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last of all: stops what the others used. */
@Order(Integer.MAX_VALUE)
class NothingLeftBehindJourneyIT {

    private static final List<String> SERVICES =
            Stream.of(WaymarkService.values()).map(WaymarkService::module).toList();

    @Test
    void afterTheStopNoProcessOfTheSandboxIsLeftAndEveryPortIsFree() throws IOException {
        // Given
        var sandbox = Waymark.running().sandbox();
        var settings = sandbox.settings();
        var processes = processes(ProcessTable.read(settings.state().pidsFile()).orElseThrow());

        // When
        sandbox.stop();

        // Then
        assertThat(processes).hasSizeGreaterThan(SERVICES.size() + 2);
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(settings.state().pidsFile()).doesNotExist();
        assertThatCode(() -> FreePort.requireAll(settings.ports())).doesNotThrowAnyException();
    }

    /** All that still run, with PostgreSQL's own children. */
    private static List<ProcessHandle> processes(ProcessTable table) {
        var running = table.parts().entrySet().stream()
                .filter(part -> part.getValue().find().isPresent())
                .map(Map.Entry::getKey);
        assertThat(running).contains("postgresql", "keycloak").containsAll(SERVICES);
        return table.parts().values().stream()
                .flatMap(part -> part.find().stream())
                .flatMap(part -> Stream.concat(Stream.of(part), part.descendants()))
                .toList();
    }
}
