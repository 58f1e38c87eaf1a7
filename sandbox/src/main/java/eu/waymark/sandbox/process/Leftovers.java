package eu.waymark.sandbox.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ends the processes of a launcher that is gone: they were recorded, and are known again by number and start time. */
public final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(15);

    private Leftovers() {}

    /**
     * Ends what is left, the database after everything that uses it.
     *
     * @return the names of the parts that were still there
     */
    public static List<String> end(ProcessTable table, String database) {
        List<String> names = new ArrayList<>();
        List<ProcessHandle> users = new ArrayList<>();
        List<ProcessHandle> databases = new ArrayList<>();
        for (Map.Entry<String, ProcessId> part : table.parts().entrySet()) {
            part.getValue().find().ifPresent(process -> {
                names.add(part.getKey());
                (part.getKey().equals(database) ? databases : users).add(process);
            });
        }
        endAll(users);
        endAll(databases);
        return names;
    }

    private static void endAll(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!Waiting.until(GRACE, () -> processes.stream().noneMatch(ProcessHandle::isAlive))) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Waiting.until(GRACE, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        }
    }
}
