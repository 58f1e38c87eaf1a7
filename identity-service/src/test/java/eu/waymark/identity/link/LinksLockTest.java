package eu.waymark.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import eu.waymark.platform.testing.Database;
import eu.waymark.platform.testing.WaymarkResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Whoever decides about links waits for others who do, and for nobody else. */
@QuarkusTest
@WithTestResource(WaymarkResource.class)
class LinksLockTest {

    /** Of the platform's job that brings facts to the other services, which may be slow or away. */
    private static final long FACTS = 0x57_41_59_46L;

    @Test
    void nobodyWaitsWhileFactsAreOnTheirWay() throws SQLException {
        try (var delivering = Database.asOwner();
                var deciding = Database.asOwner()) {
            run(delivering, "select pg_advisory_lock(" + FACTS + ")");
            assertThat(decides(deciding)).isTrue();
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWaits() throws SQLException {
        try (var one = Database.asOwner();
                var other = Database.asOwner()) {
            one.setAutoCommit(false);
            run(one, "select lock_links()");
            assertThat(decides(other)).isFalse();
            one.rollback();
            assertThat(decides(other)).isTrue();
        }
    }

    private static boolean decides(Connection connection) throws SQLException {
        run(connection, "set lock_timeout = '200ms'");
        try {
            run(connection, "select lock_links()");
            return true;
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).isEqualTo("55P03");
            return false;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
