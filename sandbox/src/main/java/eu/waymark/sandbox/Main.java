package eu.waymark.sandbox;

import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.DiskSpace;
import eu.waymark.sandbox.trial.AskCommand;
import eu.waymark.sandbox.trial.TrialCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The program behind {@code ./run}. Exit code 0: done; 1: one line on stderr says why not. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err).execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new RunCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new StopCommand())
                .addSubcommand(new TokenCommand())
                .addSubcommand(new FoundationCommand())
                .addSubcommand(new LoadCommand())
                .addSubcommand(new TrialCommand())
                .addSubcommand(new AskCommand())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((problem, arguments) -> refuse(err, problem.getMessage()))
                .setExecutionExceptionHandler((failure, command, result) -> refuse(err, oneLine(failure)));
    }

    private static int refuse(PrintWriter err, @Nullable String message) {
        err.println("waymark: " + message);
        return 1;
    }

    private static @Nullable String oneLine(Exception failure) {
        if (DiskSpace.isFull(failure)) {
            return "The disk is full: make room and start again";
        }
        return failure instanceof SandboxProblem ? failure.getMessage() : "Unexpected: " + failure;
    }
}
