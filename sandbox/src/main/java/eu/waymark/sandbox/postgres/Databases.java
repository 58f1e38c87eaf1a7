package eu.waymark.sandbox.postgres;

import eu.waymark.sandbox.setup.WaymarkService;
import eu.waymark.sandbox.state.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes each service's database and roles; what is there already is left, but for the passwords. */
final class Databases {

    private final Connection superuser;
    private final Secrets secrets;

    Databases(Connection superuser, Secrets secrets) {
        this.superuser = superuser;
        this.secrets = secrets;
    }

    void prepare(WaymarkService service) throws SQLException {
        for (DatabaseRole role : DatabaseRole.values()) {
            login(role.user(service), role.password(service, secrets));
        }
        String database = service.shortName();
        if (!exists("select 1 from pg_database where datname = ?", database)) {
            execute("create database " + database + " owner " + DatabaseRole.OWNER.user(service));
        }
        // By default everybody may connect to every database: no service may even reach another's.
        execute("revoke all on database " + database + " from public");
        execute("grant connect on database " + database + " to " + DatabaseRole.APP.user(service) + ", "
                + DatabaseRole.RELAY.user(service));
        execute("revoke connect on database postgres, template1 from public");
    }

    private void login(String user, String password) throws SQLException {
        if (!exists("select 1 from pg_roles where rolname = ?", user)) {
            execute("create role " + user + " login noinherit");
        }
        // Utility statements take no parameters; passwords have an alphabet that needs no quoting.
        execute("alter role " + user + " password '" + password + "'");
    }

    private boolean exists(String query, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
