package eu.waymark.platform.persistence.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WaymarkResource.class)
class ColumnTest {

    private static final int TIMES = 20;

    private final EntityManagerFactory factory;

    ColumnTest(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Test
    void a_question_of_one_column_is_planned_once() {
        assertThat(plans(database -> Column.of(database, "select 1 = 1 /* column */", Boolean.class)))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void rows_of_columns_are_planned_once() {
        assertThat(plans(database -> database.createNativeQuery("select 1, 2 /* tuple */", Tuple.class)))
                .isLessThanOrEqualTo(1);
        assertThat(plans(database -> database.createNativeQuery("select 1, 2 /* array */", Object[].class)))
                .isLessThanOrEqualTo(1);
        assertThat(plans(database -> database.createNativeQuery("select 1 /* untyped */")))
                .isLessThanOrEqualTo(1);
    }

    /** The twin: without it nobody would notice that the detour is needed no more. */
    @Test
    void hibernate_itself_plans_it_each_time() {
        assertThat(plans(database -> database.createNativeQuery("select 1 = 1 /* class */", Boolean.class)))
                .isEqualTo(TIMES);
    }

    @Test
    void values_come_in_the_type_that_was_asked_for() {
        try (var database = factory.createEntityManager()) {
            assertThat(Column.of(database, "select cast(:id as uuid)", UUID.class)
                            .setParameter("id", "00000000-0000-0000-0000-000000000007")
                            .getSingleResult())
                    .isEqualTo(new UUID(0, 7));
            assertThat(Column.of(database, "select cast(n as bigint) from generate_series(1, 3) n", Long.class)
                            .getResultList())
                    .containsExactly(1L, 2L, 3L);
            assertThat(Column.of(database, "select cast(null as text)", String.class)
                            .getSingleResult())
                    .isNull();
            assertThat(Column.of(database, "select decode('0102', 'hex')", byte[].class)
                            .getSingleResult())
                    .containsExactly(1, 2);
            assertThat(Column.of(database, "select timestamptz 'epoch'", Instant.class)
                            .getSingleResult())
                    .isEqualTo(Instant.EPOCH);
        }
    }

    @Test
    void another_type_is_told_not_converted() {
        try (var database = factory.createEntityManager()) {
            var number = Column.of(database, "select 1", String.class);
            assertThatExceptionOfType(ClassCastException.class).isThrownBy(number::getSingleResult);
        }
    }

    private long plans(Function<EntityManager, Query> question) {
        var statistics = statistics();
        long before = statistics.getQueryPlanCacheMissCount();
        IntStream.range(0, TIMES).forEach(time -> {
            try (var database = factory.createEntityManager()) {
                assertThat(question.apply(database).getResultList()).hasSize(1);
            }
        });
        return statistics.getQueryPlanCacheMissCount() - before;
    }

    private Statistics statistics() {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        return statistics;
    }
}
