package eu.waymark.audit.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A WHERE clause that grows only by the conditions that are asked for. Values are always parameters. */
final class Conditions {

    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();

    /** @param sql the first condition, which always holds */
    Conditions(String sql, Object... parameters) {
        this.sql = new StringBuilder(sql);
        this.parameters.addAll(List.of(parameters));
    }

    /** Narrows by a condition with one parameter, unless there is no value. */
    Conditions andIfGiven(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    Conditions and(String condition, Object... values) {
        sql.append(" and ").append(condition);
        parameters.addAll(List.of(values));
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Object[] parameters(Object... further) {
        var all = new ArrayList<>(parameters);
        all.addAll(List.of(further));
        return all.toArray();
    }
}
