package eu.waymark.sandbox.journey;

import eu.waymark.sandbox.setup.ProjectLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program that checks the log, as a court's expert runs it: a process of its own that has one file and a network. */
final class LogVerifier {

    private static final Path JAR =
            ProjectLayout.find().root().resolve("engines/transparency-log/target/log-verifier.jar");
    private static final int MINUTES = 3;

    private LogVerifier() {}

    /** How it ended, and what it said. */
    record Verdict(int exitCode, String said) {}

    static Verdict run(Path output, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The verifier has not ended in time");
        }
        return new Verdict(process.exitValue(), Files.readString(output));
    }
}
