package eu.waymark.matching.cli;

import eu.waymark.matching.score.Parameters;
import eu.waymark.matching.score.ParametersText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A model in a file. */
final class ModelFile {

    private ModelFile() {}

    /** The model of a file, or the engine's own where there is none. */
    static Parameters read(@Nullable Path file) {
        if (file == null) {
            return Parameters.FIRST;
        }
        try {
            return ParametersText.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new ToolException(file + ": cannot be read");
        } catch (IllegalArgumentException wrong) {
            throw new ToolException(file + ": " + wrong.getMessage());
        }
    }
}
