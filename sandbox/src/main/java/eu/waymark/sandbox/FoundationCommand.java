package eu.waymark.sandbox;

import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.Ports;
import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.PrivateFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What services that run elsewhere need: PostgreSQL with their databases, Keycloak with the realm, and for each service
 * a file of the variables that configure it ({@code environment/<service>.env} in the state directory).
 */
@Command(
        name = "foundation",
        description = "Start PostgreSQL and Keycloak only, for services in a cluster; Ctrl-C or ./run stop stops them.",
        mixinStandardHelpOptions = true)
final class FoundationCommand implements Callable<Integer> {

    // A day is longer than any trial: who forgets to stop it finds it gone.
    private static final Duration LONGEST = Duration.ofDays(1);

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "this machine's address as the services reach it (default: ${DEFAULT-VALUE})")
    private String host = Ports.LOOPBACK;

    @Mixin
    private StateOption options = new StateOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SandboxSettings settings =
                SandboxSettings.standard(ProjectLayout.find(), options.path()).reachedAt(host);
        Sandbox sandbox = Sandbox.prepare(settings, new ConsoleProgress(out), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox, out), "stop"));
        sandbox.startFoundation();
        sandbox.writeAddressBook();
        writeEnvironments(sandbox);
        sandbox.announceReady();
        out.println("PostgreSQL and Keycloak are running.");
        Waiting.until(LONGEST, sandbox::isStopped);
        return 0;
    }

    private static void writeEnvironments(Sandbox sandbox) throws IOException {
        Path folder = Files.createDirectories(sandbox.settings().state().root().resolve("environment"));
        for (WaymarkService service : WaymarkService.values()) {
            String lines = sandbox.environment(service).entrySet().stream()
                    .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                    .sorted()
                    .collect(Collectors.joining());
            PrivateFile.write(folder.resolve(service.module() + ".env"), lines);
        }
    }

    private static void stop(Sandbox sandbox, PrintWriter out) {
        try {
            sandbox.stop();
        } catch (IOException | SandboxProblem e) {
            out.println("Not everything could be stopped: " + e);
        }
    }
}
