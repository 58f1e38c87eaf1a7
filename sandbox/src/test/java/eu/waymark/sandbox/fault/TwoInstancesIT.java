package eu.waymark.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.sandbox.process.Waiting;
import eu.waymark.sandbox.setup.ProjectLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances write one log and sign its checkpoints; one of them freezes in the middle of a group and wakes later. */
class TwoInstancesIT {

    private static final int PROGRESS = 300;
    private static final String SESSION = "quarkus.datasource.jdbc.new-connection-sql";
    private static final String IDLE = "idle_in_transaction_session_timeout = '%ds'";
    private static final String LEADER = "waymark.leader_timeout = '%ds'";
    private static final String WAIT = "lock_timeout = '%ds'";

    private static AuditDatabase database;
    private static Instances instances;
    private static WireProxy proxy;
    private static AuditProcess one;
    private static AuditProcess other;
    private static Fleet fleet;

    @BeforeAll
    static void start() throws IOException, SQLException {
        var bench = FaultBench.shared();
        database = AuditDatabase.create(bench, "two_instances");
        proxy = WireProxy.to(bench.postgresPort());
        var settings = settings();
        one = AuditProcess.start(database, proxy.port(), settings);
        // The second finds the schema made, or waits for the one that makes it.
        other = AuditProcess.start(database, bench.postgresPort(), settings);
        one.awaitReady();
        other.awaitReady();
        instances = new Instances(one, other);
        fleet = new Fleet(database, instances, 3).start();
    }

    /** As in production, but that a frozen leader loses its lead after one second, or after three while it sends rows. */
    private static Map<String, String> settings() throws IOException {
        var file = ProjectLayout.find().root().resolve("audit-service/src/main/resources/application.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var session = properties.getProperty(SESSION);
        assertThat(session).contains(IDLE.formatted(15), LEADER.formatted(15), WAIT.formatted(30));
        return Map.of(
                SESSION,
                session.replace(IDLE.formatted(15), IDLE.formatted(1))
                        .replace(LEADER.formatted(30), LEADER.formatted(5)));
    }

    @BeforeEach
    void load() {
        fleet.resumeWriting();
        fleet.awaitProgress(PROGRESS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (fleet != null) {
            fleet.stop();
        }
        proxy.close();
        one.kill();
        other.kill();
    }

    @Test
    void bothWriteAndSignOneLog() throws SQLException {
        // When every source turns from one instance to the other with every batch
        for (int i = 0; i < Form.times(1, 100); i++) {
            fleet.awaitProgress(1_000);
        }

        // Then
        fleet.pass();
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy guarded.leaf", "copy guarded.access_event", WireSession.COMMIT_OF_LEAVES})
    void aLeaderThatFreezesLosesItsLeadAndTearsNothingWhenItWakes(String before)
            throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < Form.times(1, 20); i++) {
            // Given one instance that is frozen inside its transaction, as leader
            fleet.resumeWriting();
            var trap = proxy.set(new Trap(Moment.SENT, before, 1, (_, held) -> {
                freeze();
                held.hold();
            }));
            trap.awaitStrike();

            // When
            instances.use(other);
            fleet.awaitProgress(PROGRESS);
            one.thaw();
            proxy.lift();
            instances.use(one, other);
            fleet.awaitProgress(PROGRESS);

            // Then
            assertThat(one.isAlive()).isTrue();
        }
        fleet.pass();
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy guarded.leaf", "copy guarded.access_event"})
    void aLeaderThatFreezesInTheMiddleOfItsRowsLosesItsLeadToo(String copy)
            throws IOException, InterruptedException, SQLException {
        // Given one instance that has begun to copy, and sends no row: PostgreSQL takes it for busy
        fleet.resumeWriting();
        var trap = proxy.set(new Trap(Moment.SENT, copy, 1, (_, _) -> freeze()));
        trap.awaitStrike();

        // When
        instances.use(other);
        fleet.awaitProgress(PROGRESS);
        one.thaw();
        instances.use(one, other);
        fleet.awaitProgress(PROGRESS);

        // Then
        assertThat(one.isAlive()).isTrue();
        fleet.pass();
    }

    private static void freeze() {
        try {
            one.freeze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void severalRelaysOfOneSourceSendOverlappingBatchesInAnyOrder()
            throws IOException, InterruptedException, SQLException {
        // Given
        var client = fleet.client();
        var outbox = fleet.join("source-with-four-relays");
        outbox.write(Form.times(400, 10_000));

        // When
        var answers = new ArrayList<Map<String, Integer>>();
        try (var relays = new Relays(outbox, instances, client)) {
            answers.addAll(relays.sendAtRandom(4));
        }

        // Then nothing but gaps was refused, and there were some
        assertThat(answers.stream().flatMap(met -> met.keySet().stream()).distinct())
                .containsExactlyInAnyOrder("new", "duplicate", "gap");
        assertThat(outbox.waiting()).isZero();
        assertThat(answers.stream().mapToInt(met -> met.getOrDefault("new", 0)).sum())
                .isEqualTo(outbox.events().size());
        fleet.pass();
    }

    @Test
    void anotherEventInATakenPlaceIsRefusedAndPutOnRecord() throws IOException, InterruptedException, SQLException {
        // Given
        var source = "source-that-lies";
        var outbox = fleet.join(source);
        outbox.write(3);
        var truth = outbox.batch(3);
        for (var place :
                fleet.client().append(one.address(), source, truth).body().path("acknowledged")) {
            outbox.acknowledged(
                    place.path("seq").asLong(), place.path("leafIndex").asLong());
        }
        var lie = new Outbox(source);
        lie.write(3);

        // When
        var equivocation = fleet.client().append(other.address(), source, lie.batch(3));
        var copied = List.of(Outbox.Event.of(truth.getFirst().id(), "source-that-copies", 1, "", "y"));
        var sameId = fleet.client().append(other.address(), "source-that-copies", copied);

        // Then
        assertThat(List.of(equivocation.code(), sameId.code())).containsOnly("equivocation");
        assertThat(List.of(equivocation.status(), sameId.status())).containsOnly(409);
        assertThat(Waiting.until(Duration.ofSeconds(10), () -> alarmsAbout(source) == 1))
                .isTrue();
        fleet.pass();
    }

    private static long alarmsAbout(String source) {
        try {
            return database.count("select count(*) from guarded.leaf where source = 'audit-service'"
                    + " and convert_from(body, 'UTF8') like '%source-equivocation%" + source + "%'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
