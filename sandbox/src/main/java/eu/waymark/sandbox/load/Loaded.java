package eu.waymark.sandbox.load;

import eu.waymark.sandbox.state.Json;
import eu.waymark.sandbox.state.PrivateFile;
import eu.waymark.sandbox.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * What the sandbox was loaded with.
 *
 * @param seed the seed of the people
 * @param children how many registrations, counted from the first of that seed
 */
record Loaded(long seed, int children) {

    static Optional<Loaded> read(StateDirectory state) throws IOException {
        return Files.exists(state.loadedFile())
                ? Optional.of(Json.mapper().readValue(state.loadedFile().toFile(), Loaded.class))
                : Optional.empty();
    }

    void write(StateDirectory state) throws IOException {
        PrivateFile.write(state.loadedFile(), Json.mapper().writeValueAsString(this));
    }

    /** Whether everything of the other is there already. */
    boolean covers(Loaded other) {
        return seed == other.seed && children >= other.children;
    }
}
