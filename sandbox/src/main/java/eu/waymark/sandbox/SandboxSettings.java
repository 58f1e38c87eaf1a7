package eu.waymark.sandbox;

import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.Programs;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one sandbox consists of.
 *
 * @param jvmOptions of every service
 * @param overrides more environment variables for single services, such as a shorter {@code WAYMARK_AUDIT_MAX_LAG}
 */
public record SandboxSettings(
        ProjectLayout project,
        StateDirectory state,
        Programs programs,
        Ports ports,
        List<String> jvmOptions,
        Map<WaymarkService, Map<String, String>> overrides) {

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC");
    // Halves the CPU time of a start; a journey is over before the better compiler would have paid.
    private static final List<String> SMALL_AND_QUICK =
            Stream.concat(SMALL.stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();

    public SandboxSettings {
        jvmOptions = List.copyOf(jvmOptions);
        overrides = Map.copyOf(overrides);
    }

    /** What {@code ./run} starts. */
    public static SandboxSettings standard(ProjectLayout project, Path stateDirectory) {
        StateDirectory state = new StateDirectory(stateDirectory);
        return new SandboxSettings(project, state, state.programs(), Ports.standard(), SMALL, Map.of());
    }

    /** Free ports and a fresh state directory below {@code sandbox/target}; the unpacked distributions are shared. */
    public static SandboxSettings forTests(ProjectLayout project) throws IOException {
        Path target = project.root().resolve("sandbox").resolve("target");
        Path states = Files.createDirectories(target.resolve("states"));
        return new SandboxSettings(
                project,
                new StateDirectory(Files.createTempDirectory(states, "state-")),
                new Programs(target.resolve("keycloak-home"), target.resolve("postgres-home")),
                Ports.free(),
                SMALL_AND_QUICK,
                Map.of());
    }

    /** The same with PostgreSQL and Keycloak at another address of this machine than the loopback address. */
    SandboxSettings reachedAt(String address) {
        return new SandboxSettings(project, state, programs, ports.reachedAt(address), jvmOptions, overrides);
    }

    /** The same with one more environment variable for one service. */
    public SandboxSettings with(WaymarkService service, String variable, String value) {
        Map<WaymarkService, Map<String, String>> more = new EnumMap<>(WaymarkService.class);
        more.putAll(overrides);
        Map<String, String> variables = new TreeMap<>(overrides.getOrDefault(service, Map.of()));
        variables.put(variable, value);
        more.put(service, variables);
        return new SandboxSettings(project, state, programs, ports, jvmOptions, more);
    }
}
