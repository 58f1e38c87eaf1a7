package eu.waymark.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL statements, on whatever connection. */
public interface Sql {

    /** Reads one row of a result into a value. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @throws SqlFailure if the database refuses the statement */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters);

    /** Inserts all rows in one round trip. */
    void insert(String sql, List<@Nullable Object[]> rows);

    /** The first row, where there is one. */
    default <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }
}
