package eu.waymark.sandbox.load;

import com.fasterxml.jackson.databind.JsonNode;
import eu.waymark.sandbox.setup.SandboxProblem;
import eu.waymark.sandbox.state.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files in {@code demonstration/}: the directory, and the children of the stories. */
final class Demonstration {

    private Demonstration() {}

    static JsonNode read(String name) {
        try (InputStream content = Demonstration.class.getResourceAsStream("/demonstration/" + name)) {
            if (content == null) {
                throw new SandboxProblem("The sandbox was packaged without demonstration/" + name);
            }
            return Json.mapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
