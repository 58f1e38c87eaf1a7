package eu.waymark.platform.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Connections to the database of the service under test, by role. The caller closes them. */
public final class Database {

    private Database() {}

    public static Connection asApp() throws SQLException {
        return connect("quarkus.datasource.jdbc.url", "quarkus.datasource");
    }

    public static Connection asRelay() throws SQLException {
        return connect("quarkus.datasource.relay.jdbc.url", "quarkus.datasource.relay");
    }

    public static Connection asOwner() throws SQLException {
        return connect("quarkus.flyway.jdbc-url", "quarkus.flyway");
    }

    private static Connection connect(String url, String prefix) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue(url, String.class),
                config.getValue(prefix + ".username", String.class),
                config.getValue(prefix + ".password", String.class));
    }
}
