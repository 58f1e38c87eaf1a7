package eu.waymark.sandbox.keycloak;

import eu.waymark.sandbox.process.ChildProcess;
import eu.waymark.sandbox.process.Processes;
import eu.waymark.sandbox.setup.JavaProgram;
import eu.waymark.sandbox.setup.Progress;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.StateDirectory;
import eu.waymark.sandbox.state.Tarball;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The unpacked distribution, built once for its options, so that every later start skips that. */
final class KeycloakHome {

    private static final Duration BUILD = Duration.ofMinutes(5);
    // Whatever changes the outcome of the build belongs here: the marker holds it.
    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=true");

    private final Path folder;

    private KeycloakHome(Path folder) {
        this.folder = folder;
    }

    /** Unpacks and builds what is not there yet. */
    static KeycloakHome prepare(Path folder, Path archive, Processes processes, Progress progress) throws IOException {
        if (Files.notExists(archive)) {
            throw new SandboxProblem("%s is missing: build Waymark with ./mvnw -Pquick package, or start it with ./run"
                    .formatted(archive));
        }
        KeycloakHome home = new KeycloakHome(folder);
        String wanted = Files.size(archive) + " " + String.join(" ", BUILD_OPTIONS);
        if (Files.notExists(home.marker()) || !Files.readString(home.marker()).equals(wanted)) {
            progress.step("Unpacking and building Keycloak, once");
            StateDirectory.delete(folder);
            try (InputStream content = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
                Tarball.unpack(content, folder, 1);
            }
            home.build(processes);
            Files.writeString(home.marker(), wanted);
        }
        return home;
    }

    private void build(Processes processes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        ChildProcess build = processes.start("keycloak-build", command("-Xmx512m", arguments), Map.of());
        if (!build.endsWithin(BUILD)) {
            build.kill();
        }
        if (!build.succeeded()) {
            throw new SandboxProblem("Keycloak could not be built; see the end of its log keycloak-build.log");
        }
    }

    private Path marker() {
        return folder.resolve("waymark-built");
    }

    /** Where {@code --import-realm} looks. */
    Path importFile() {
        return folder.resolve("data").resolve("import").resolve("waymark-realm.json");
    }

    /**
     * Runs the server's Java directly: {@code kc.sh} would stay between us and the server, and a server whose shell is
     * killed lives on.
     */
    List<String> command(String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                JavaProgram.path(),
                heap,
                "-XX:+UseSerialGC",
                // Start counts more than speed for a server that answers a few dozen logins.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                folder.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
