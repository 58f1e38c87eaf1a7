package eu.waymark.matching.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. It needs Java 25 and nothing else. */
@Command(
        name = "matching",
        mixinStandardHelpOptions = true,
        versionProvider = MatchingTool.Version.class,
        subcommands = {CompareCommand.class, LinkCommand.class, EncodeCommand.class, TrainCommand.class},
        description = "Says whether two records are one child's, and finds the records in files that are.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done, every line was read.",
            "1:Done, but some lines could not be read; each is named by its number on standard error.",
            "2:Not done: the command was not understood, or a file could not be read or written."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar matching.jar compare --pairs pairs.csv",
            "  java -jar matching.jar link --left a.csv --right b.csv --columns given=first,family=last,dob=born",
            "  java -jar matching.jar encode --epoch 2026-Q4 --key-file epoch.key < child.csv",
            "  java -jar matching.jar train --people register.csv --output model.txt",
            "  java -jar matching.jar compare --help"
        })
public final class MatchingTool implements Runnable {

    private static final int HELP_WIDTH = 120;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private MatchingTool() {}

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = MatchingTool.class.getPackage().getImplementationVersion();
            return new String[] {"matching " + (version == null ? "(unpackaged)" : version)};
        }
    }

    /** The command line, for whoever runs it within a program of their own. */
    public static CommandLine commandLine() {
        return new CommandLine(new MatchingTool())
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((fault, arguments) -> misunderstood(fault))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(reason(failure));
                    return ExitCode.NOT_DONE;
                });
    }

    private static int misunderstood(ParameterException fault) {
        var command = fault.getCommandLine();
        command.getErr().println(fault.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.NOT_DONE;
    }

    /** Only our own messages are known to hold nobody's data. */
    private static String reason(Exception failure) {
        return failure instanceof ToolException known
                ? String.valueOf(known.getMessage())
                : "Not done: " + failure.getClass().getName();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: compare, link, encode or train.");
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }
}
