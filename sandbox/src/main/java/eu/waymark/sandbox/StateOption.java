package eu.waymark.sandbox;

import eu.waymark.sandbox.setup.ProjectLayout;
import eu.waymark.sandbox.state.StateDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command has. */
final class StateOption {

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "where the sandbox keeps its state (default: .waymark in the checkout)")
    private @Nullable Path directory;

    Path path() {
        return directory == null ? ProjectLayout.find().root().resolve(".waymark") : directory;
    }

    StateDirectory state() {
        return new StateDirectory(path());
    }
}
