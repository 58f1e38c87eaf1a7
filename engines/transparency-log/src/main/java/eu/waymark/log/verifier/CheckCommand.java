package eu.waymark.log.verifier;

import eu.waymark.log.note.Policy;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that ends in a verdict. */
abstract class CheckCommand implements Callable<Integer> {

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(names = "--json", description = "Print the verdict as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What a faulty note refutes. */
    abstract String subject();

    abstract Outcome check(Policy policy);

    @Override
    public final Integer call() {
        var outcome = Outcome.of(subject(), () -> check(trust.policy()));
        var out = spec.commandLine().getOut();
        if (json) {
            OutcomeWriter.json(outcome, out);
        } else {
            OutcomeWriter.sentences(outcome, out);
        }
        return outcome.verdict().exitCode();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    CommandSpec spec() {
        return spec;
    }
}
