package eu.waymark.sandbox;

import eu.waymark.sandbox.process.HttpProbe;
import eu.waymark.sandbox.process.ProcessId;
import eu.waymark.sandbox.process.ProcessTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Say what runs and where; exit code 0: all is ready, 1: not all, 3: nothing runs.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    // What init scripts answer, and what ./run looks for.
    private static final int NOTHING_RUNS = 3;

    @Mixin
    private StateOption options = new StateOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<ProcessTable> table = new LastRun(options.state()).alive();
        if (table.isEmpty()) {
            out.println("Waymark is not running; ./run starts it.");
            return NOTHING_RUNS;
        }
        ProcessTable running = table.get();
        out.printf(
                "Waymark %s (process %d)%n",
                running.ready() ? "is running" : "is starting",
                running.launcher().pid());
        Optional<AddressBook> book = AddressBook.read(options.state());
        boolean allUp = print(out, "postgresql", running, null, "");
        allUp &= print(
                out,
                "keycloak",
                running,
                issuer(book),
                book.map(AddressBook::issuer).orElse(""));
        for (Map.Entry<String, AddressBook.Entry> service :
                book.map(AddressBook::services).orElse(Map.of()).entrySet()) {
            AddressBook.Entry entry = service.getValue();
            URI health = URI.create(entry.management() + "/q/health/ready");
            allUp &= print(out, service.getKey(), running, health, entry.address());
        }
        return allUp && running.ready() ? 0 : 1;
    }

    private static @Nullable URI issuer(Optional<AddressBook> book) {
        return book.map(known -> URI.create(known.issuer())).orElse(null);
    }

    private static boolean print(
            PrintWriter out, String part, ProcessTable running, @Nullable URI health, String address) {
        ProcessId process = running.parts().get(part);
        boolean up = process != null && process.find().isPresent() && (health == null || HttpProbe.ok(health));
        String pid = process == null ? "-" : Long.toString(process.pid());
        out.printf("  %-18s %-5s %8s  %s%n", part, up ? "up" : "DOWN", pid, address);
        return up;
    }
}
