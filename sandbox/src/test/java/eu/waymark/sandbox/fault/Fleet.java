package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.process.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The producers of a test: three that are witnesses too, and some that are not. */
final class Fleet {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AuditDatabase database;
    private final LogClient client;
    private final Chronicle chronicle;
    private final List<Relay> relays = new ArrayList<>();
    private final List<Witness> witnesses = new ArrayList<>();
    private final List<Outbox> guests = new ArrayList<>();

    Fleet(AuditDatabase database, Instances instances, int others) {
        var bench = database.bench();
        this.database = database;
        this.client = new LogClient(bench.issuer());
        this.chronicle = new Chronicle(bench.logKey());
        for (var source : FaultBench.WITNESSES) {
            var witness = new Witness(source, bench, client, chronicle);
            witnesses.add(witness);
            relays.add(new Relay(new Outbox(source), instances, client, witness));
        }
        for (int i = 1; i <= others; i++) {
            relays.add(new Relay(new Outbox("source-" + i), instances, client, null));
        }
    }

    Fleet start() {
        relays.forEach(Relay::start);
        return this;
    }

    /** One more source, which the test itself speaks for. */
    Outbox join(String source) {
        var outbox = new Outbox(source);
        guests.add(outbox);
        return outbox;
    }

    LogClient client() {
        return client;
    }

    List<Witness> witnesses() {
        return witnesses;
    }

    List<Relay> relays() {
        return relays;
    }

    List<Outbox> outboxes() {
        return Stream.concat(relays.stream().map(Relay::outbox), guests.stream())
                .toList();
    }

    long acknowledged() {
        return outboxes().stream().mapToLong(outbox -> outbox.places().size()).sum();
    }

    /** How large the log is at least, by the places that it has told. */
    long acknowledgedSize() {
        return outboxes().stream()
                .flatMap(outbox -> outbox.places().values().stream())
                .mapToLong(place -> place + 1)
                .max()
                .orElse(0);
    }

    /** Waits until so many more events are acknowledged: the log goes on. */
    void awaitProgress(long more) {
        var goal = acknowledged() + more;
        assertThat(Waiting.until(PATIENCE, () -> acknowledged() >= goal))
                .as("the log goes on: %d of %d acknowledged, answers %s", acknowledged(), goal, answers())
                .isTrue();
    }

    /** How often this answer was met by any relay. */
    int answers(String code) {
        return answers().getOrDefault(code, 0);
    }

    Map<String, Integer> answers() {
        var all = new TreeMap<String, Integer>();
        relays.forEach(relay -> relay.answers().forEach((code, times) -> all.merge(code, times, Integer::sum)));
        return all;
    }

    void pauseWriting() {
        relays.forEach(Relay::stopWriting);
    }

    /** Until somebody writes or settles again. */
    void rest() {
        relays.forEach(Relay::rest);
    }

    void resumeWriting() {
        relays.forEach(Relay::resumeWriting);
    }

    /** Writes nothing more, and waits until everything is acknowledged and covered by what each witness has signed. */
    void settle() throws SQLException {
        pauseWriting();
        assertThat(Waiting.until(PATIENCE, () -> outboxes().stream().allMatch(outbox -> outbox.waiting() == 0)))
                .as("everything is acknowledged in the end; answers %s, faults %s", answers(), faultsMet())
                .isTrue();
        var size = outboxes().stream()
                .flatMap(outbox -> outbox.places().values().stream())
                .mapToLong(index -> index + 1)
                .max()
                .orElse(0);
        assertThat(Waiting.until(PATIENCE, () -> witnesses.stream().allMatch(witness -> witness.size() >= size)))
                .as("every witness signs what was acknowledged: %d, faults %s", size, faultsMet())
                .isTrue();
    }

    /** What can be searched follows the log, and fetches by itself what a killed instance left. */
    private void awaitReadModel() {
        assertThat(Waiting.until(PATIENCE, database::isSearchable))
                .as("everything can be searched in the end")
                .isTrue();
    }

    private List<String> faultsMet() {
        return Stream.concat(
                        outboxes().stream().flatMap(outbox -> outbox.faults().stream()), chronicle.faults().stream())
                .toList();
    }

    /** Settles and looks at everything; no fault is found, or the test fails. */
    void pass() throws SQLException {
        settle();
        awaitReadModel();
        assertThat(examine(database)).as("faults of the log").isEmpty();
    }

    /** Looks at everything while events wait to be sent; what is acknowledged meanwhile is not missed. */
    List<String> examineNow() throws SQLException {
        pauseWriting();
        var told = outboxes().stream().map(Outbox::copy).toList();
        var shown = chronicle.copy();
        return Examination.faults(database.dump(), told, shown, database.bench().logKey());
    }

    List<String> examine(AuditDatabase examined) throws SQLException {
        // First what was shown, then what is there: the log may go on with events of its own.
        var shown = chronicle.copy();
        var faults = new ArrayList<>(Examination.faults(
                examined.dump(), outboxes(), shown, database.bench().logKey()));
        if (examined.ownEventsLost() > 0) {
            faults.add("events of the service itself are lost");
        }
        return faults;
    }

    void stop() throws InterruptedException {
        for (var relay : relays) {
            relay.stop();
        }
    }
}
