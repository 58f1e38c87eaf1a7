package eu.waymark.benchmarks.register;

import eu.waymark.benchmarks.identity.Importing;
import eu.waymark.benchmarks.identity.People;
import eu.waymark.benchmarks.matching.Goals;
import eu.waymark.benchmarks.register.ContestedTransfer.Outcome;
import eu.waymark.benchmarks.register.HolderWatch.Seen;
import eu.waymark.benchmarks.service.Asking;
import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Issuer;
import eu.waymark.benchmarks.service.Services;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many transfers at once, each contested, while the register's replicas are killed: never zero, never two holders. */
@Command(
        name = "transfer-races",
        mixinStandardHelpOptions = true,
        description = "Contested transfers by many clients while replicas of the register are killed and started anew.")
public final class TransferRaces implements Callable<Integer> {

    private static final String OTHER = "GB-SPEED-2";

    private static final String WITHOUT_EVENT = """
            select count(*) from (
                select id::text from guarded.transfer where status in ('accepted', 'rejected', 'withdrawn')
                except
                select event::json->>'resource' from audit_outbox
                 where event::json->>'outcome' = '0'
                   and event::json->>'type' in ('register.transfer.decided', 'register.transfer.withdrawn')) decided""";
    private static final Duration TELL = Duration.ofSeconds(30);
    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(2);

    @Option(names = "--transfers", description = "how many (default: ${DEFAULT-VALUE})")
    private int transfers = 10_000;

    @Option(names = "--clients", description = "at once (default: ${DEFAULT-VALUE})")
    private int clients = 32;

    @Option(names = "--entries", description = "children who are passed to and fro (default: ${DEFAULT-VALUE})")
    private int entries = 625;

    @Option(
            names = "--kill-every",
            description = "seconds from the return of a replica to the next kill (default: ${DEFAULT-VALUE})")
    private int killEvery = 20;

    @Option(names = "--project", required = true, description = "where the packaged services are")
    private Path project = Path.of("");

    @Option(names = "--folder", required = true, description = "an empty folder for the databases")
    private Path folder = Path.of("");

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    private final Goals goals = new Goals();
    private final Map<Outcome, Integer> outcomes = new ConcurrentHashMap<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TransferRaces()).execute(arguments));
    }

    /** Exit code 0: nothing was lost and nobody had two holders; 1: otherwise. */
    @Override
    public Integer call() throws Exception {
        var file = folder.resolve("people.ndjson");
        new People(entries).write(file);
        try (var issuer = new Issuer();
                var database =
                        DurableDatabase.start(folder.resolve("database"), Services.IDENTITY, Services.REGISTER)) {
            var services = new Services(project, folder, database, issuer, List.of());
            try (var identity = services.identity("database");
                    var register = replicas(services, identity.address());
                    var threads = Executors.newCachedThreadPool()) {
                new Importing(new Asking(), issuer, out).take(identity.address(), file, LONGEST_IMPORT);
                var entered = new Entered(database);
                entered.directory();
                race(register, entered.people(entries), database, issuer, threads);
            }
        }
        out.println(goals.table());
        return goals.reached() ? 0 : 1;
    }

    private static Replicas replicas(Services services, URI identity) throws Exception {
        return new Replicas(number -> services.register(identity, "register-" + number));
    }

    private void race(
            Replicas register, List<UUID> people, DurableDatabase database, Issuer issuer, ExecutorService threads)
            throws Exception {
        var transfer = new ContestedTransfer(register, issuer, threads, Clock.systemUTC());
        var watch = new HolderWatch(database);
        var done = new AtomicBoolean();
        var watching = threads.submit(() -> watch.until(done));
        var killing = threads.submit(() -> register.killUntil(done, Duration.ofSeconds(killEvery)));
        var holders = new HashMap<String, String>();
        long began = System.nanoTime();
        try (var many = Executors.newFixedThreadPool(clients);
                var telling = Executors.newSingleThreadScheduledExecutor()) {
            var told =
                    telling.scheduleAtFixedRate(this::tellHowFar, TELL.toSeconds(), TELL.toSeconds(), TimeUnit.SECONDS);
            var moving = people.stream()
                    .map(person -> many.submit(() -> passedOn(transfer, person)))
                    .toList();
            for (var one : moving) {
                holders.put(one.get().entry(), one.get().holder());
            }
            told.cancel(false);
        } finally {
            done.set(true);
        }
        out.printf(
                "%,d transfers by %d clients in %.0f s, %d kills; %d requests had no answer and were sent again; %s%n",
                transfers(),
                clients,
                (System.nanoTime() - began) / 1e9,
                killing.get(),
                register.askedAgain(),
                outcomes);
        judge(watch, watching.get(), holders);
    }

    /** An entry, and who is responsible for it as far as its clients were told. */
    private record Told(String entry, String holder) {}

    private Told passedOn(ContestedTransfer transfer, UUID person) throws Exception {
        var entry = transfer.enter(person, Entered.HOLDER);
        var holder = Entered.HOLDER;
        for (int i = 0; i < transfers / entries; i++) {
            var other = holder.equals(OTHER) ? Entered.HOLDER : OTHER;
            var outcome = transfer.run(entry, holder, other, i % 4 != 0);
            outcomes.merge(outcome, 1, Integer::sum);
            holder = outcome == Outcome.ACCEPTED ? other : holder;
        }
        return new Told(entry, holder);
    }

    private void tellHowFar() {
        int through = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        out.printf("%,d of %,d transfers%n", through, transfers());
    }

    private int transfers() {
        return transfers / entries * entries;
    }

    private void judge(HolderWatch watch, Seen seen, Map<String, String> holders) throws SQLException {
        goals.atLeast(100, seen.snapshots(), "snapshots of all entries that were taken");
        goals.atMost(0, seen.wrong(), "entries without exactly one holder in any of them");
        goals.atMost(0, watch.gaps(), "gaps in the history of responsibility");
        goals.atMost(0, watch.otherThan(holders), "entries with another holder than their clients were told");
        goals.atLeast(transfers(), watch.count("select count(*) from guarded.transfer"), "transfers on record");
        goals.atMost(transfers(), watch.count("select count(*) from guarded.transfer"), "and none twice");
        goals.atMost(0, watch.count(WITHOUT_EVENT), "decided transfers without an event of their decision");
        goals.atLeast(1, watch.noticesASecondHolder() ? 1 : 0, "the watch notices a second holder that is put there");
    }
}
