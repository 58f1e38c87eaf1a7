package eu.waymark.sandbox.service;

import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.HttpProbe;
import eu.waymark.sandbox.process.Processes;
import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.JavaProgram;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The services' processes, from their packaged jars. */
public final class Services {

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final ProjectLayout project;
    private final Ports ports;
    private final List<String> jvmOptions;
    private final Processes processes;
    private final Map<WaymarkService, ChildProcess> running = new ConcurrentHashMap<>();

    public Services(ProjectLayout project, Ports ports, List<String> jvmOptions, Processes processes) {
        this.project = project;
        this.ports = ports;
        this.jvmOptions = List.copyOf(jvmOptions);
        this.processes = processes;
    }

    /** @throws SandboxProblem naming the first of these services that is not built */
    public void requireBuilt(Collection<WaymarkService> services) {
        for (WaymarkService service : services) {
            Path jar = project.serviceJar(service);
            if (Files.notExists(jar)) {
                throw new SandboxProblem(
                        "%s is not built (%s is missing): run ./mvnw -Pquick package".formatted(service.module(), jar));
            }
        }
    }

    /** Starts the process; does not wait. */
    public void start(WaymarkService service, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(JavaProgram.path()));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                project.serviceJar(service).toString()));
        running.put(service, processes.start(service.module(), command, environment));
    }

    /** @throws SandboxProblem when the service dies or is not ready in three minutes, naming its log */
    public void awaitReady(WaymarkService service) {
        ChildProcess process = process(service);
        if (!Waiting.until(START, () -> !process.isAlive() || isReady(ports, service))) {
            throw new SandboxProblem("%s is not ready after %d s; see the end of %s"
                    .formatted(service.module(), START.toSeconds(), process.log()));
        }
        process.requireAlive();
    }

    /** Whether the service itself says that it can work. */
    public static boolean isReady(Ports ports, WaymarkService service) {
        URI health = ports.of(service).managementAddress().resolve("/q/health/ready");
        return HttpProbe.ok(health);
    }

    public void kill(WaymarkService service) {
        process(service).kill();
    }

    public void stop(WaymarkService service) {
        process(service).stop(STOP);
    }

    /** The services whose process has ended without being asked. */
    public List<WaymarkService> dead() {
        return running.entrySet().stream()
                .filter(entry -> !entry.getValue().isAlive())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** All that were started. */
    public Collection<ChildProcess> all() {
        return List.copyOf(running.values());
    }

    private ChildProcess process(WaymarkService service) {
        ChildProcess process = running.get(service);
        if (process == null) {
            throw new SandboxProblem(service.module() + " was not started");
        }
        return process;
    }
}
