package eu.waymark.log.verifier;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. It needs Java 25 and nothing else. */
@Command(
        name = "log-verifier",
        mixinStandardHelpOptions = true,
        versionProvider = LogVerifier.Version.class,
        subcommands = {VerifyCommand.class, ProofCommand.class, CheckpointCommand.class, CompareCommand.class},
        description = "Checks a transparency log, or a proof from one, without trusting whoever runs it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Verified.",
            "1:Refuted: the first thing found to be wrong is named.",
            "2:Could not tell: something was unreachable or missing, or the command was not understood."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar log-verifier.jar verify https://waymark.example/api/audit/v1/log --policy waymark.policy",
            "  java -jar log-verifier.jar verify copy-of-the-log --key waymark.example/log+... --entries --old kept",
            "  java -jar log-verifier.jar proof event.tlog-proof --entry event.json --policy waymark.policy",
            "  java -jar log-verifier.jar checkpoint kept.checkpoint --key waymark.example/log+...",
            "  java -jar log-verifier.jar compare old.checkpoint new.checkpoint --log copy-of-the-log --policy p",
            "",
            "The formats are those of C2SP: tlog-tiles, tlog-checkpoint, tlog-cosignature, tlog-proof, tlog-policy."
        })
public final class LogVerifier implements Runnable {

    private static final int HELP_WIDTH = 120;
    private static final int COULD_NOT_TELL = Verdict.UNDECIDED.exitCode();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private LogVerifier() {}

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = LogVerifier.class.getPackage().getImplementationVersion();
            return new String[] {"log-verifier " + (version == null ? "(unpackaged)" : version)};
        }
    }

    /** The command line, for whoever runs it within a program of their own. */
    public static CommandLine commandLine() {
        return new CommandLine(new LogVerifier())
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((fault, arguments) -> misunderstood(fault))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(Verdict.UNDECIDED.title() + ": " + failure);
                    return COULD_NOT_TELL;
                });
    }

    private static int misunderstood(ParameterException fault) {
        var command = fault.getCommandLine();
        command.getErr().println(fault.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return COULD_NOT_TELL;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to check: verify, proof, checkpoint or compare.");
    }

    public static void main(String[] arguments) {
        var commandLine = commandLine();
        var exitCode = COULD_NOT_TELL;
        try {
            exitCode = commandLine.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Left alone, Java would end with the exit code that stands for refuted.
            commandLine.getErr().println(Verdict.UNDECIDED.title() + ": " + e);
        }
        System.exit(exitCode);
    }
}
