package eu.waymark.sandbox;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "stop", description = "Stop everything; the state is kept.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Mixin
    private StateOption options = new StateOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        boolean stopped = new LastRun(options.state()).stop();
        spec.commandLine().getOut().println(stopped ? "Waymark is stopped." : "Waymark is not running.");
        return 0;
    }
}
