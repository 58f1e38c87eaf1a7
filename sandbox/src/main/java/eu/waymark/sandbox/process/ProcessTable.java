package eu.waymark.sandbox.process;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import eu.waymark.sandbox.state.Json;
import eu.waymark.sandbox.state.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of one sandbox as written in {@code pids.json}, so that another command, or the next launcher after a
 * crash, finds them.
 *
 * @param launcher the process that started the others
 * @param ready whether the start was completed
 * @param parts every child process by name, in the order of their start
 */
public record ProcessTable(ProcessId launcher, boolean ready, Map<String, ProcessId> parts) {

    public ProcessTable {
        parts = new LinkedHashMap<>(parts);
    }

    public static Optional<ProcessTable> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(file.toFile(), ProcessTable.class));
        } catch (JsonParseException | JsonMappingException e) {
            // Written atomically, so this is somebody's edit or an older layout; nothing can be known again from it.
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        PrivateFile.write(file, Json.mapper().writeValueAsString(this));
    }

    ProcessTable with(String name, ProcessId process) {
        Map<String, ProcessId> more = new LinkedHashMap<>(parts);
        more.put(name, process);
        return new ProcessTable(launcher, ready, more);
    }

    ProcessTable asReady() {
        return new ProcessTable(launcher, true, parts);
    }
}
