package eu.waymark.identity.mirror;

import static eu.waymark.identity.Children.PURPOSE;
import static eu.waymark.identity.Children.named;
import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.identity.Callers;
import eu.waymark.identity.Children;
import eu.waymark.identity.Events;
import eu.waymark.identity.IdentityEvent;
import eu.waymark.identity.Rows;
import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.record.OpenRecords;
import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.testing.Api;
import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WaymarkResource.class)
class MirrorTest {

    @Inject
    PersonChanges changes;

    @Inject
    OpenRecords records;

    @Inject
    AuditedWork work;

    /** What a replica has in memory. */
    private static final class Memory implements Mirrored {

        private final Map<Integer, Demographics> people = new HashMap<>();
        private final Set<Integer> gone = new HashSet<>();
        private final AtomicInteger forgotten = new AtomicInteger();
        private Duration forgetting = Duration.ZERO;
        private int read;

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public void change(Map<Integer, Demographics> come, Set<Integer> left) {
            people.putAll(come);
            people.keySet().removeAll(left);
            gone.addAll(left);
            read += come.size();
        }

        @Override
        public void forget() {
            forgotten.incrementAndGet();
            LockSupport.parkNanos(forgetting.toNanos());
            people.clear();
        }
    }

    @Test
    void everyReplicaFollowsWhatAnyOtherWrites() throws SQLException {
        // Given
        var memory = new Memory();
        var mirror = replica(memory);
        catchUp(mirror);
        var id = Children.recorded(Callers.leeds(), named("Wilhelmina", "Oosterdijk", "2012-08-08", 2));

        // When
        var isCurrent = catchUp(mirror);
        int readBefore = memory.read;
        catchUp(mirror);

        // Then: what was read is not read again, and what is gone leaves
        assertThat(isCurrent).isTrue();
        assertThat(memory.people).containsKey(number(id));
        assertThat(memory.read).isEqualTo(readBefore);
        Rows.change(("delete from guarded.person_key where person = (select no from guarded.person where id = '%1$s');"
                        + " delete from guarded.person where id = '%1$s'")
                .formatted(id));
        catchUp(mirror);
        assertThat(memory.people).doesNotContainKey(number(id));
    }

    @Test
    void aTransactionThatCommitsLateIsNotPassedOver() throws SQLException {
        // Given: it began to write before another one that is read first
        var memory = new Memory();
        var mirror = replica(memory);
        try (var owner = Database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(
                    "insert into guarded.person_change (person_id, changed_in) values (gen_random_uuid(), pg_current_xact_id()::text::bigint)");
            var later = Children.recorded(Callers.leeds(), named("Geertruida", "Vermeulen", "2013-09-09", 2));
            catchUp(mirror);
            assertThat(memory.people).containsKey(number(later));

            // When
            owner.commit();
        }
        catchUp(mirror);

        // Then: a watermark at the last change read would have passed it
        var late =
                "select number from guarded.person_change c where not exists (select from guarded.person p where p.id = c.person_id)";
        assertThat(memory.gone)
                .containsAll(Rows.of(late + " and not gone").stream()
                        .map(Integer::valueOf)
                        .toList());
        assertThat(Rows.of(late + " and not gone")).isNotEmpty();
    }

    @Test
    void afterAStartEverythingIsReadInAuditedBatches() {
        // Given
        Children.recorded(Callers.leeds(), named("Roswitha", "Blankenese", "2010-10-10", 2));
        var memory = new Memory();
        var mirror = replica(memory);

        // When
        new FollowingPersons(mirror, work).run();

        // Then
        assertThat(memory.people).hasSizeGreaterThan(0);
        var event = Events.last();
        assertThat(event.path("type").asText()).isEqualTo("identity.mirror.read");
        assertThat(event.path("returned").asInt()).isGreaterThanOrEqualTo(memory.people.size());
    }

    @Test
    void changesThatBearNumbersOfAnotherClusterAreFollowedAsChangesOfNow() throws SQLException {
        // Given: as after a restore from the dump of a cluster that had come much further
        var leeds = Callers.leeds();
        var id = Children.recorded(leeds, named("Hannelore", "Zwischenahn", "2011-11-11", 2));
        Rows.change("update guarded.person_change set changed_in = 4000000000000000");
        var memory = new Memory();
        var mirror = replica(memory);
        new FollowingPersons(mirror, work).run();
        assertThat(memory.people).containsKey(number(id));
        var readBefore = memory.read;

        // When
        Api.as(leeds, PURPOSE)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"was-wrong\","
                        + named("Hannelotte", "Zwischenahn", "2011-11-11", 2).substring(1))
                .put("/api/identity/v1/persons/" + id)
                .then()
                .statusCode(200);
        new FollowingPersons(mirror, work).run();

        // Then
        assertThat(memory.people.get(number(id)).names().getFirst().given()).isEqualTo("Hannelotte");
        assertThat(memory.read).isEqualTo(readBefore + 1);
        assertThat(Rows.of("select person_id from guarded.person_change where changed_in >= 4000000000000000"))
                .isEmpty();
    }

    @Test
    void ofManyWhoNoticeAtOnceOneBeginsAnew() throws Exception {
        // Given
        Children.recorded(Callers.leeds(), named("Kreszentia", "Eckernfoerde", "2012-12-12", 2));
        var memory = new Memory();
        memory.forgetting = Duration.ofMillis(300);
        var mirror = replica(memory);
        var start = new CyclicBarrier(8);
        Callable<Boolean> asking = () -> {
            start.await();
            return catchUp(mirror);
        };

        // When
        try (var eight = Executors.newFixedThreadPool(8)) {
            for (var done : eight.invokeAll(Collections.nCopies(8, asking))) {
                done.get();
            }
        }

        // Then: what one has read the others do not take away
        assertThat(memory.forgotten).hasValue(1);
    }

    @Test
    void nothingStaysInMemoryOfADatabaseThatIsAnotherNow() throws SQLException {
        // Given: somebody whom this database never held
        Children.recorded(Callers.leeds(), named("Ingeborg", "Bordesholm", "2011-12-12", 2));
        var memory = new Memory();
        var mirror = replica(memory);
        new FollowingPersons(mirror, work).run();
        memory.people.put(Integer.MAX_VALUE, memory.people.values().iterator().next());
        new FollowingPersons(mirror, work).run();
        assertThat(memory.people).containsKey(Integer.MAX_VALUE);

        // When
        Rows.change("alter function changes_origin() rename to changes_origin_once;"
                + " create function changes_origin() returns text language sql as $$ select 'another' $$");
        try {
            new FollowingPersons(mirror, work).run();
        } finally {
            Rows.change("drop function changes_origin();"
                    + " alter function changes_origin_once() rename to changes_origin");
        }

        // Then
        assertThat(memory.people).doesNotContainKey(Integer.MAX_VALUE).isNotEmpty();
    }

    private Mirror replica(Mirrored memory) {
        return new Mirror(changes, records, List.of(memory));
    }

    private boolean catchUp(Mirror mirror) {
        return work.runAsSystem(IdentityEvent.MIRROR_READ, trail -> mirror.catchUp());
    }

    private static int number(String id) throws SQLException {
        return Integer.parseInt(Rows.of("select number from guarded.person_change where person_id = '" + id + "'")
                .getFirst());
    }
}
