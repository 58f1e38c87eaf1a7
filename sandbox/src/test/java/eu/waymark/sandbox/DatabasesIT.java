package eu.waymark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.waymark.sandbox.postgres.DatabaseRole;
import eu.waymark.sandbox.postgres.PostgresServer;
import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database roles may do, at the real PostgreSQL. */
class DatabasesIT {

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = SharedSandbox.foundation();
    }

    @Test
    void belongToTheOwnerRoleOfTheirService() throws SQLException {
        for (WaymarkService service : WaymarkService.withDatabase()) {
            try (Connection owner = sandbox.connect(service, DatabaseRole.OWNER);
                    Statement statement = owner.createStatement()) {
                // When
                statement.execute("create table here_i_may (id int)");
                statement.execute("drop table here_i_may");

                // Then
                assertThat(text(statement, "select current_database()")).isEqualTo(service.shortName());
            }
        }
    }

    @Test
    void letTheOtherTwoRolesConnectButMakeNothing() throws SQLException {
        for (DatabaseRole role : List.of(DatabaseRole.APP, DatabaseRole.RELAY)) {
            try (Connection connection = sandbox.connect(WaymarkService.REGISTER, role);
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("create table not_here (id int)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void areClosedToTheRolesOfOtherServices() throws Exception {
        Secrets secrets = Secrets.open(sandbox.settings().state());
        String url = PostgresServer.url(sandbox.settings().ports().postgres(), WaymarkService.IDENTITY);
        for (DatabaseRole role : DatabaseRole.values()) {
            String password = role.password(WaymarkService.REGISTER, secrets);

            assertThatThrownBy(() -> DriverManager.getConnection(url, role.user(WaymarkService.REGISTER), password))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void areClosedToWhoeverHasNoPassword() {
        String url = PostgresServer.url(sandbox.settings().ports().postgres(), WaymarkService.IDENTITY);

        assertThatThrownBy(() -> DriverManager.getConnection(url, "identity_owner", "guessed"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepWhatTheyAcknowledged() throws SQLException {
        try (Connection app = sandbox.connect(WaymarkService.AUDIT, DatabaseRole.APP);
                Statement statement = app.createStatement()) {
            assertThat(text(statement, "show fsync")).isEqualTo("on");
            assertThat(text(statement, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(statement, "show full_page_writes")).isEqualTo("on");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
