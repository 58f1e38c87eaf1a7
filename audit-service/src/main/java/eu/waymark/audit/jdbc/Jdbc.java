package eu.waymark.audit.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** SQL statements on the application's connection, inside the running transaction where there is one. */
@ApplicationScoped
public class Jdbc implements Sql {

    private final DataSource dataSource;

    public Jdbc(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return onConnection(connection -> connection.list(sql, reader, parameters));
    }

    @Override
    public void insert(String sql, List<@Nullable Object[]> rows) {
        onConnection(connection -> {
            connection.insert(sql, rows);
            return true;
        });
    }

    private <T> T onConnection(Function<Sql, T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.apply(new OneConnection(connection));
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
