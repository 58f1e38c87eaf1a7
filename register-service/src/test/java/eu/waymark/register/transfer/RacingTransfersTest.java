package eu.waymark.register.transfer;

import static eu.waymark.register.transfer.Moves.accept;
import static eu.waymark.register.transfer.Moves.kent;
import static eu.waymark.register.transfer.Moves.leeds;
import static eu.waymark.register.transfer.Moves.proposed;
import static eu.waymark.register.transfer.Moves.receive;
import static eu.waymark.register.transfer.Moves.reject;
import static eu.waymark.register.transfer.Moves.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.IdentityStub;
import eu.waymark.platform.testing.WaymarkResource;
import eu.waymark.register.Scene;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 1 while everybody acts at once: in every snapshot each active entry has exactly one holder. */
@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
@QuarkusTestResource(IdentityStub.class)
class RacingTransfersTest {

    private static final int TRANSFERS = 40;

    /** Active entries that have no open period of responsibility, several, or one of another agency than their holder. */
    private static final String WITHOUT_ONE_HOLDER = """
            select count(*) from guarded.entry e
             where e.status = 'active' and 1 <> (select count(*) filter (where h.agency = e.holder) + 2 * count(*) filter (where h.agency <> e.holder)
                                                   from guarded.entry_holder h where h.entry_id = e.id and upper_inf(h.during))""";

    @BeforeEach
    void directory() {
        Scene.directory();
    }

    @Test
    void ofTwoAcceptancesAtOnceOneWins() throws Exception {
        // Given
        var id = proposed();
        receive(leeds(), id, 0).statusCode(200);

        // When
        var answers = atOnce(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                        worker -> () -> accept(leeds(), id, 1).extract().statusCode())
                .toList());

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void inEverySnapshotEachEntryHasExactlyOneHolder() throws Exception {
        // Given
        var entries = IntStream.range(0, TRANSFERS).mapToObj(i -> Moves.entry()).toList();
        var done = new AtomicBoolean();
        var snapshots = new AtomicInteger();

        // When
        List<List<Integer>> answers;
        try (var threads = Executors.newFixedThreadPool(9)) {
            var observer = threads.submit(() -> wrongIn(done, snapshots));
            var moves = entries.stream()
                    .map(entry -> threads.submit(() -> contested(proposed(entry))))
                    .toList();
            answers = results(moves);
            done.set(true);
            assertThat(observer.get()).isZero();
        }

        // Then
        assertThat(snapshots).hasValueGreaterThan(10);
        assertThat(answers).allSatisfy(pair -> assertThat(pair).containsExactlyInAnyOrder(200, 409));
        try (var owner = Database.asOwner()) {
            assertThat(count(owner, WITHOUT_ONE_HOLDER)).isZero();
            assertThat(count(
                            owner,
                            "select count(*) from guarded.entry e join guarded.transfer t on t.entry_id = e.id"
                                    + " where t.status = 'accepted' and e.holder <> t.to_agency and not exists (select"
                                    + " from guarded.transfer later where later.entry_id = e.id"
                                    + " and later.status = 'accepted' and later.decided_at > t.decided_at)"))
                    .isZero();
        }
    }

    @Test
    void theObserverWouldSeeASecondHolder() throws SQLException {
        var entry = Moves.entry();
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table guarded.entry_holder drop constraint entry_holder_entry_id_during_excl");
            statement.execute("insert into guarded.entry_holder values ('" + entry
                    + "', 'GB-LEEDS', tstzrange(clock_timestamp(), null))");
            assertThat(count(owner, WITHOUT_ONE_HOLDER)).isEqualTo(1);
            statement.execute("delete from guarded.entry_holder where entry_id = '" + entry + "'");
            assertThat(count(owner, WITHOUT_ONE_HOLDER)).isEqualTo(1);
            owner.rollback();
        }
    }

    /** The receiver decides while the sender withdraws: one of them is heard. */
    private static List<Integer> contested(String id) throws Exception {
        receive(leeds(), id, 0).statusCode(200);
        boolean accepts = id.hashCode() % 4 != 0;
        return atOnce(List.of(
                () -> (accepts ? accept(leeds(), id, 1) : reject(leeds(), id, 1))
                        .extract()
                        .statusCode(),
                () -> withdraw(kent(), id, 1).extract().statusCode()));
    }

    private static long wrongIn(AtomicBoolean done, AtomicInteger snapshots) throws SQLException {
        long wrong = 0;
        try (var owner = Database.asOwner()) {
            while (!done.get()) {
                wrong += count(owner, WITHOUT_ONE_HOLDER);
                snapshots.incrementAndGet();
            }
        }
        return wrong;
    }

    private static long count(Connection owner, String query) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            return results(threads.invokeAll(calls));
        }
    }

    private static <T> List<T> results(List<Future<T>> running) throws Exception {
        var results = new ArrayList<T>();
        for (var one : running) {
            results.add(one.get());
        }
        return results;
    }
}
